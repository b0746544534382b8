import { createHash, randomBytes } from "node:crypto";
import type { Attack } from "./attack";
import type { Portal } from "./portal";

const draft = { title: "By a token", summary: "That may not." };

/** One of noor's that ends in so many seconds: no token can be given another end, so it is made with that one. */
async function aToken(portal: Portal, endsInSeconds: number): Promise<string> {
  const secret = `streamboard_${randomBytes(32).toString("base64url")}`;
  await portal.sql(
    `WITH made AS (INSERT INTO "ApiToken" ("personId", "name", "hash", "scope", "expiresAt")
       SELECT "id", 'of the attack', $1, 'write', now() + make_interval(secs => $2) FROM "Person" WHERE "handle" = 'noor'
       RETURNING "id")
     INSERT INTO "Event" ("type", "subject", "subjectId", "visibility")
       SELECT 'token.created', 'api_token', "id", 'executive' FROM made`,
    [createHash("sha256").update(secret).digest("hex"), endsInSeconds],
  );
  return secret;
}

export const tokens: readonly Attack[] = [
  {
    tried: "A token that may read, used to write",
    send: async (portal) =>
      portal.ask("/api/v1/proposals", { token: await portal.tokenOf("noor", "read"), json: draft }),
    back: [403, "This token may only read; this needs one that may write."],
  },
  {
    tried: "A token that makes another one, or a longer one for itself",
    send: async (portal) =>
      portal.ask("/api/v1/tokens", {
        token: await portal.tokenOf("noor"),
        json: { name: "heir", scope: "write", days: 365 },
      }),
    back: [403, '"code":"in_person_only"'],
  },
  {
    tried: "A token of the scope admin, made by somebody who is no administrator",
    send: (portal) => portal.ask("/api/v1/tokens", { as: "noor", json: { name: "admin", scope: "admin" } }),
    back: [422, "administrator"],
  },
  {
    tried: "A token with a scope that there is not, for ten years, and for minus one day",
    send: (portal) =>
      Promise.all(
        [
          { scope: "root" },
          { days: 3_650 },
          { days: -1 },
          { scope: ["write", "admin"] },
          { scope: "__proto__" },
        ].map((given) =>
          portal.ask("/api/v1/tokens", { as: "noor", json: { name: "x", scope: "read", ...given } }),
        ),
      ),
    back: [422, '"code":"invalid"'],
  },
  {
    tried: "A token in the query, in a cookie, as the password of Basic, and behind another word than Bearer",
    send: async (portal) => {
      const token = await portal.tokenOf("imani");
      const basic = Buffer.from(`imani:${token}`).toString("base64");
      return [
        await portal.ask(`/api/v1/me?token=${token}&access_token=${token}&api_key=${token}`),
        await portal.ask("/api/v1/me", {
          headers: { cookie: `token=${token}; authorization=Bearer ${token}` },
        }),
        await portal.ask("/api/v1/me", { headers: { authorization: `Basic ${basic}` } }),
        await portal.ask("/api/v1/me", { headers: { authorization: `Token ${token}` } }),
        await portal.ask("/api/v1/me", { headers: { "x-api-key": token } }),
      ];
    },
    back: [401, ""],
  },
  {
    tried: "A token that was guessed, with one letter changed, in capitals, or without its end",
    send: async (portal) => {
      const token = await portal.tokenOf("imani");
      const guesses = [
        `${token.slice(0, -1)}_`,
        token.toUpperCase(),
        token.slice(0, -1),
        `streamboard_${"A".repeat(43)}`,
        `${token}A`,
        "streamboard_",
        "' OR 1=1",
      ];
      return Promise.all(
        guesses.filter((guess) => guess !== token).map((guess) => portal.ask("/api/v1/me", { token: guess })),
      );
    },
    back: [401, '"code":"bad_token"'],
  },
  {
    tried: "A token after it was revoked",
    send: async (portal) => {
      const made = await portal.ask("/api/v1/tokens", {
        as: "noor",
        json: { name: "short-lived", scope: "read" },
      });
      const { id, secret } = JSON.parse(made.body) as { id: number; secret: string };
      const works = await portal.ask("/api/v1/me", { token: secret });
      await portal.ask(`/api/v1/tokens/${id}`, { as: "noor", method: "DELETE" });
      return [works, await portal.ask("/api/v1/me", { token: secret })];
    },
    back: [
      [200, '"handle":"noor"'],
      [401, '"code":"bad_token"'],
    ],
    writes: ["ApiToken", "Event", "Seal"],
  },
  {
    tried:
      "A token whose time was over a second ago, and ten years ago, to read and to write; before them one that still holds",
    send: async (portal) => {
      const [holding, ...over] = await Promise.all(
        [3_600, -1, -315_000_000].map((ends) => aToken(portal, ends)),
      );
      const answers = [await portal.ask("/api/v1/me", { token: holding })];
      for (const token of over) {
        answers.push(await portal.ask("/api/v1/me", { token }));
        answers.push(await portal.ask("/api/v1/proposals", { token, json: draft }));
      }
      return answers;
    },
    back: [
      [200, '"handle":"noor"'],
      [401, '"code":"bad_token"'],
    ],
    writes: ["ApiToken", "Event", "Seal"],
  },
  {
    tried: "The pages, with a token of an administrator instead of a browser's session",
    send: async (portal) => portal.ask("/admin/people", { token: await portal.tokenOf("dario", "admin") }),
    back: [404, "There is nothing here"],
  },
  {
    tried: "An Idempotency-Key of somebody else, to get their answer",
    send: async (portal) => {
      const headers = { "idempotency-key": "a-key-that-two-people-use" };
      const first = await portal.ask("/api/v1/proposals", {
        token: await portal.tokenOf("jules"),
        json: draft,
        headers,
      });
      const other = await portal.ask("/api/v1/proposals", {
        token: await portal.tokenOf("noor"),
        json: draft,
        headers,
      });
      return [first, other];
    },
    back: [201, '"number":'],
    also: {
      "Each has a draft of their own.": (_portal, [first, other]) => first?.body !== other?.body,
    },
    writes: ["Proposal", "Event", "Submission", "ProposalRevision", "Seal", "ProposalSection"],
  },
  {
    tried: "An Idempotency-Key of 10,000 letters, of none, and with a line in it",
    send: async (portal) =>
      Promise.all(
        ["k".repeat(10_000), "a b", "ü"].map(async (key) =>
          portal.ask("/api/v1/proposals", {
            token: await portal.tokenOf("noor"),
            json: draft,
            headers: { "idempotency-key": key },
          }),
        ),
      ),
    back: [400, '"code":"bad_key"'],
  },
];
