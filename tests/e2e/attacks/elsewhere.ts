import type { Attack, Back } from "./attack";
import { formOn, submit } from "./page-forms";
import type { Portal, Sent } from "./portal";

const draft = { title: "Written from elsewhere", summary: "Nobody asked for it." };
const evil = "https://evil.example";
const fromElsewhere: Back = [403, "This did not come from the portal’s own pages"];

/** Origins that are not the portal's, and look more or less like it. */
function strangers(portal: Portal): string[] {
  const { port } = portal;
  return [
    ...[evil, "null", `http://localhost.evil.example:${port}`, `http://evil.localhost:${port}`],
    ...[
      `http://localhost:${port}.evil.example`,
      `http://localhost:${port + 1}`,
      `http://localhost@evil.example:${port}`,
    ],
    ...["http://localhost", `http://127.0.0.1.evil.example:${port}`, "file://", ""],
  ];
}

async function commentForm(portal: Portal) {
  const path = "/proposals/6";
  return {
    path,
    fields: { ...(await formOn(portal, path, "noor", "Add to the discussion")), markdown: "From elsewhere." },
  };
}

async function fromEach(
  portal: Portal,
  send: (origin: string) => Promise<Awaited<ReturnType<Portal["ask"]>>>,
) {
  return Promise.all(strangers(portal).map(send));
}

const nothingWritten = {
  "The comment stands nowhere.": async (portal: Portal) =>
    (await portal.value(`SELECT count(*)::int FROM "Comment" WHERE "markdown" = 'From elsewhere.'`)) === 0,
};

export const elsewhere: readonly Attack[] = [
  {
    tried:
      "The API with a browser's cookie from eleven other origins: another site, null, sub-domains, look-alikes, another port",
    send: (portal) =>
      fromEach(portal, (origin) =>
        portal.ask("/api/v1/proposals", { as: "noor", json: draft, headers: { origin } }),
      ),
    back: fromElsewhere,
  },
  {
    tried: "The API with a browser's cookie and no Origin at all",
    send: async (portal) =>
      portal.ask("/api/v1/proposals", { json: draft, headers: { cookie: await portal.cookieOf("noor") } }),
    back: fromElsewhere,
  },
  {
    tried: "JSON as text/plain, as a form and with no type, which a page elsewhere may send without asking",
    send: async (portal) => {
      const types = [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain; application/json",
      ];
      const body = JSON.stringify(draft);
      return Promise.all(
        types.map((type) =>
          portal.ask("/api/v1/proposals", { as: "noor", body, headers: { "content-type": type } }),
        ),
      );
    },
    back: [415, '"code":"not_json"'],
  },
  {
    tried: "A page elsewhere that asks whether it may read: CORS with each method",
    send: (portal) =>
      Promise.all(
        ["GET", "POST", "PUT", "DELETE"].map((method) =>
          portal.ask("/api/v1/me", {
            method: "OPTIONS",
            as: "noor",
            headers: {
              origin: evil,
              "access-control-request-method": method,
              "access-control-request-headers": "authorization",
            },
          }),
        ),
      ),
    back: [204, "allow: "],
    also: {
      "No answer lets another origin read, whatever it asks for.": async (portal, answers) => {
        const read = await portal.ask("/api/v1/me", { as: "noor", headers: { origin: evil } });
        return [...answers, read].every(({ head }) => !/access-control-allow/i.test(head));
      },
    },
  },
  {
    tried:
      "A form of a proposal's page, with all its hidden fields, sent with a browser's cookie from each of those origins",
    send: async (portal) => {
      const { path, fields } = await commentForm(portal);
      return fromEach(portal, (origin) => submit(portal, path, fields, { as: "noor", headers: { origin } }));
    },
    back: fromElsewhere,
    also: nothingWritten,
  },
  {
    tried: "The same action by its id, as a script would call it, from each of those origins",
    send: async (portal) => {
      const { path, fields } = await commentForm(portal);
      const [, id] = /"id":"([0-9a-f]+)"/.exec(JSON.stringify(fields).replaceAll("\\", "")) ?? [];
      return fromEach(portal, (origin) =>
        submit(portal, path, fields, { as: "noor", headers: { origin, "next-action": id ?? "" } }),
      );
    },
    back: fromElsewhere,
    also: nothingWritten,
  },
  {
    tried: "The same form, with a forwarded host that agrees with the other origin",
    send: async (portal) => {
      const { path, fields } = await commentForm(portal);
      const headers = {
        origin: evil,
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        forwarded: "host=evil.example",
      };
      return submit(portal, path, fields, { as: "noor", headers });
    },
    back: fromElsewhere,
    also: nothingWritten,
  },
  {
    tried: "The form that attaches a file, from each of those origins, and said to be cross-site",
    send: async (portal) => {
      const fields = { kind: "slides", title: "From elsewhere" };
      const path = "/proposals/6/materials/upload";
      const answers = await fromEach(portal, (origin) =>
        submit(portal, path, fields, { as: "jules", headers: { origin } }),
      );
      const site: Sent = { as: "jules", headers: { "sec-fetch-site": "cross-site" } };
      return [...answers, await submit(portal, path, fields, site)];
    },
    back: fromElsewhere,
  },
  {
    tried:
      "The address where a form saves itself, as a page elsewhere can send it: plain text, and said to be cross-site",
    send: (portal) =>
      Promise.all([
        portal.ask("/proposals/working-copies", {
          as: "noor",
          body: "{}",
          headers: { "content-type": "text/plain" },
        }),
        portal.ask("/proposals/working-copies", {
          as: "noor",
          json: {},
          headers: { "sec-fetch-site": "cross-site" },
        }),
        portal.ask("/proposals/working-copies", {
          as: "noor",
          json: {},
          headers: { "sec-fetch-site": "same-site" },
        }),
      ]),
    back: [403, ""],
  },
  {
    tried: "Another method by a header or a field: X-HTTP-Method-Override, _method",
    send: async (portal) => {
      const names = ["x-http-method-override", "x-method-override", "x-http-method"];
      const headers = Object.fromEntries(names.map((each) => [each, "DELETE"]));
      const token = await portal.tokenOf("noor");
      return [
        await portal.ask("/api/v1/me/sessions?_method=DELETE", { token, headers }),
        await portal.ask("/api/v1/proposals/8?_method=DELETE", { token, headers }),
      ];
    },
    back: [200, ""],
  },
  {
    tried: "A deed by GET: publishing, withdrawing and signing out by an address that a picture could load",
    send: async (portal) => [
      await portal.ask("/api/v1/proposals/8/publish?version=1", { as: "noor" }),
      await portal.ask("/api/v1/proposals/6/withdraw?version=3&reason=x", { as: "jules" }),
      await portal.ask("/theme?theme=dark", { as: "noor" }),
    ],
    back: [405, ""],
  },
  {
    tried: "Signing somebody out from elsewhere, without the token of their page",
    send: async (portal) => [
      await portal.ask("/api/auth/signout", {
        as: "noor",
        form: { csrfToken: "x" },
        headers: { origin: evil },
      }),
      await portal.ask("/api/v1/me", { as: "noor" }),
    ],
    back: [fromElsewhere, [200, '"handle":"noor"']],
  },
];
