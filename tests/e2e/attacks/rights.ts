import { randomUUID } from "node:crypto";
import type { Attack } from "./attack";
import { each } from "./injection";
import { fieldsIn, formOn, submit } from "./page-forms";
import type { Portal } from "./portal";

const notThere = [404, '"code":"not_found"'] as const;
const noPage = [404, "There is nothing here"] as const;

/** Everything below a proposal that pages and the API have an address for. */
const below = [
  "",
  "/edit",
  "/history",
  "/board",
  "/materials",
  "/concerns",
  "/questions",
  "/revisions",
  "/revisions/1",
  "/support",
  "/tickets",
  "/relations",
  "/authors",
  "/split",
];
const belowInApi = [
  "",
  "/asks",
  "/readiness",
  "/revisions",
  "/revisions/1",
  "/events",
  "/comments",
  "/questions",
  "/concerns",
  "/materials",
  "/support",
  "/relations",
  "/slot",
  "/split",
];

async function executive(portal: Portal): Promise<number> {
  return portal.value(
    `SELECT "number" FROM "Proposal" WHERE "visibility" = 'executive' AND "status" <> 'draft' LIMIT 1`,
  );
}

async function asOf(portal: Portal, token: string, method: string, path: string, json?: unknown) {
  return portal.ask(`/api/v1${path}`, { token, method, ...(json !== undefined && { json }) });
}

export const rights: readonly Attack[] = [
  {
    tried:
      "A draft by the API with fields that are not the writer's: status, author, number, version, dates, events",
    send: async (portal) => {
      const more = {
        status: "approved",
        authorId: 10,
        number: 1,
        version: 99,
        id: 1,
        createdAt: "2001-01-01",
        isAdmin: true,
        events: [],
        author: { connect: { id: 10 } },
      };
      const token = await portal.tokenOf("noor");
      const made = await asOf(portal, token, "POST", "/proposals", {
        title: "Mass assignment",
        summary: "More than was asked.",
        ...more,
      });
      const { number } = JSON.parse(made.body) as { number: number };
      return [made, await asOf(portal, token, "GET", `/proposals/${number}`)];
    },
    back: [
      [201, '"number":'],
      [200, '"status":"draft"'],
    ],
    also: {
      "It is a draft of who wrote it, under the next number, of now.": async (portal) =>
        (await portal.value(
          `SELECT count(*)::int FROM "Proposal" p JOIN "Person" a ON a."id" = p."authorId" WHERE p."title" = 'Mass assignment'
           AND a."handle" = 'noor' AND p."status" = 'draft' AND p."number" > 63 AND p."createdAt" > now() - interval '1 day'`,
        )) === 1,
    },
    writes: ["Proposal", "Event", "ProposalRevision", "Seal", "ProposalSection"],
  },
  {
    tried: "A profile with a role, another handle, an end of the account and another person's id",
    send: async (portal) => {
      const version = await portal.value<number>(`SELECT "version" FROM "Person" WHERE "handle" = 'noor'`);
      const more = {
        roles: [{ role: "admin", bodyId: 1 }],
        role: "admin",
        handle: "dario",
        personId: 10,
        id: 10,
        disabledAt: null,
        isDemo: false,
        email: "x@evil.example",
      };
      return portal.ask("/api/v1/me", {
        as: "noor",
        method: "PUT",
        json: {
          version,
          name: "Noor Haddad",
          pronouns: "",
          timeZone: "America/New_York",
          ...more,
        },
      });
    },
    back: [200, ""],
    also: {
      "Nobody has another handle, address or role.": async (portal) =>
        (await portal.value(
          `SELECT count(*)::int FROM "Person" p LEFT JOIN "RoleGrant" g ON g."personId" = p."id" WHERE p."handle" = 'noor' AND g."id" IS NULL AND p."email" IS NULL`,
        )) === 1,
    },
    writes: ["Person", "Event", "Seal"],
  },
  {
    tried:
      "A proposal of somebody else: revised, published, withdrawn and given a co-author by a contributor",
    send: async (portal) => {
      const token = await portal.tokenOf("noor");
      const text = {
        title: "Taken over",
        summary: "By somebody else.",
        version: 3,
        reason: "Because I want it.",
      };
      return [
        await asOf(portal, token, "PUT", "/proposals/6", text),
        await asOf(portal, token, "POST", "/proposals/6/withdraw", {
          version: 3,
          reason: "Because I want it.",
        }),
        await asOf(portal, token, "POST", "/proposals/6/co-authors", { person: "@noor" }),
      ];
    },
    back: [403, '"code":"forbidden"'],
  },
  {
    tried: "Somebody's draft by its number, on fourteen pages",
    send: (portal) =>
      each(
        portal,
        below.map((path) => `/proposals/8${path}`),
        { as: "jules" },
      ),
    back: noPage,
  },
  {
    tried: "Somebody's draft by its number, at thirteen addresses of the API",
    send: async (portal) =>
      each(
        portal,
        belowInApi.map((path) => `/api/v1/proposals/8${path}`),
        { token: await portal.tokenOf("jules") },
      ),
    back: notThere,
  },
  {
    tried: "What is for the board only by its number, on fourteen pages, as nobody and as a contributor",
    send: async (portal) => {
      const paths = below.map((path) => path);
      const number = await executive(portal);
      const pages = paths.map((path) => `/proposals/${number}${path}`);
      return [
        ...(await each(portal, pages, { as: "noor" })),
        ...(await each(
          portal,
          pages.filter((path) => !/edit|authors|split$/.test(path)),
        )),
      ];
    },
    back: noPage,
  },
  {
    tried:
      "What is for the board only by its number, at thirteen addresses of the API, as nobody and as a contributor",
    send: async (portal) => {
      const paths = belowInApi.map((path) => path);
      const number = await executive(portal);
      const all = paths.map((path) => `/api/v1/proposals/${number}${path}`);
      return [
        ...(await each(portal, all)),
        ...(await each(portal, all, { token: await portal.tokenOf("noor") })),
      ];
    },
    back: notThere,
  },
  {
    tried:
      "What is for the board only: commented on, asked about, watched, read, endorsed, put on an agenda by a contributor",
    send: async (portal) => {
      const [token, number] = [await portal.tokenOf("noor"), await executive(portal)];
      const at = `/proposals/${number}`;
      return [
        await asOf(portal, token, "POST", `${at}/comments`, { markdown: "I see you." }),
        await asOf(portal, token, "POST", `${at}/questions`, { of: "@noor", text: "What is it?" }),
        await asOf(portal, token, "PUT", `${at}/watch`),
        await asOf(portal, token, "POST", `${at}/visit`),
        await asOf(portal, token, "POST", `${at}/concerns`, { text: "It is hidden.", resolver: "@noor" }),
        await asOf(portal, token, "POST", `${at}/endorsements/offer`, { part: "supports", note: "" }).then(
          (answer) => answer,
        ),
        await asOf(portal, token, "POST", `${at}/relations`, { kind: "depends_on", other: "#2" }),
      ];
    },
    back: [notThere, notThere, notThere, notThere, notThere, [422, '"code":"invalid"'], notThere],
  },
  {
    tried: "A public proposal that is said to depend on one for the board only, to read its title back",
    send: async (portal) =>
      asOf(portal, await portal.tokenOf("jules"), "POST", "/proposals/6/relations", {
        kind: "depends_on",
        other: `#${await executive(portal)}`,
      }),
    back: [422, ""],
  },
  {
    tried:
      "Comments, ballots, decisions, materials and agenda items of what is for the board only, by their own ids",
    send: async (portal) => {
      const token = await portal.tokenOf("noor");
      const item = await portal.value<number>(
        `SELECT "id" FROM "AgendaItem" WHERE "visibility" = 'executive' LIMIT 1`,
      );
      const material = await portal.value<number>(
        `SELECT m."id" FROM "Material" m JOIN "Proposal" p ON p."id" = m."proposalId" WHERE p."visibility" = 'executive' LIMIT 1`,
      );
      const number = await executive(portal);
      return [
        await asOf(portal, token, "PUT", `/items/${item}/outline`, { version: 1, note: "x" }),
        await asOf(portal, token, "POST", `/items/${item}/withdraw`, {
          version: 1,
          reason: "Because I want it.",
        }),
        await asOf(portal, token, "POST", `/proposals/${number}/materials/${material}/pin`, { version: 1 }),
        await asOf(portal, token, "POST", `/proposals/${number}/read`, { material }),
      ];
    },
    back: notThere,
  },
  {
    tried: "An attached file of what is for the board only, by its id, whole, in part and by its tag",
    send: async (portal) => {
      const id = await portal
        .value<string>(
          `SELECT a."id" FROM "Attachment" a JOIN "Material" m ON m."attachmentId" = a."id" JOIN "Proposal" p ON p."id" = m."proposalId"
         WHERE p."visibility" = 'executive' LIMIT 1`,
        )
        .catch(() => randomUUID());
      const path = `/attachments/${id ?? randomUUID()}/x`;
      const ways: Record<string, string>[] = [{}, { range: "bytes=0-10" }, { "if-none-match": "*" }];
      return Promise.all(ways.map((headers) => portal.ask(path, { as: "noor", headers })));
    },
    back: [404, "There is no such file, or it is not public."],
  },
  {
    tried:
      "Ballots and decisions of a draft and of what is for the board only: the same empty list as of what is not there",
    send: async (portal) => {
      const [token, number] = [await portal.tokenOf("jules"), await executive(portal)];
      const paths = [8, number, 4711].flatMap((each) => [
        `/proposals/${each}/ballots`,
        `/proposals/${each}/decisions`,
      ]);
      return Promise.all(paths.map((path) => asOf(portal, token, "GET", path)));
    },
    back: [200, '{"items":[],"nextCursor":null}'],
  },
  {
    tried: "A token of somebody else, revoked by its number",
    send: async (portal) => {
      const id = await portal.value<number>(
        `SELECT k."id" FROM "ApiToken" k JOIN "Person" p ON p."id" = k."personId" WHERE p."handle" = 'imani' LIMIT 1`,
      );
      return [
        await portal.ask(`/api/v1/tokens/${id}`, { as: "noor", method: "DELETE" }),
        await portal.ask("/api/v1/me", { token: await portal.tokenOf("imani") }),
      ];
    },
    back: [notThere, [200, '"handle":"imani"']],
  },
  {
    tried: "The pages of administrators, as a contributor, a director and nobody",
    send: async (portal) => {
      const pages = [
        "/admin",
        "/admin/people",
        "/admin/people/ruth",
        "/admin/routing",
        "/admin/routing/new",
        "/admin/routing/dns-record",
      ];
      return [
        ...(await each(portal, pages, { as: "noor" })),
        ...(await each(portal, pages, { as: "imani" })),
        ...(await each(portal, pages)),
      ];
    },
    back: noPage,
  },
  {
    tried: "The deeds of administrators by the API, with a director's token that may write",
    send: async (portal) => {
      const token = await portal.tokenOf("imani");
      return [
        await asOf(portal, token, "POST", "/people/noor/roles", { role: "admin", body: "infra" }),
        await asOf(portal, token, "POST", "/people/noor/end", { reason: "Because I want it." }),
        await asOf(portal, token, "POST", "/people", { handle: "mallory", name: "Mallory" }),
        await asOf(portal, token, "POST", "/imports/pagure", { text: "{}" }),
      ];
    },
    back: [403, '"code":"scope"'],
  },
  {
    tried: "A form of the administrator's page, with its hidden fields, sent by a contributor",
    send: async (portal) => {
      const { body } = await portal.ask("/admin/people/ruth", { as: "dario" });
      const forms = (body.match(/<form[^>]*>.*?<\/form>/gs) ?? []).filter((html) =>
        html.includes('name="person"'),
      );
      const sent = forms.slice(0, 4).map((html) => ({
        ...fieldsIn(html),
        person: "noor",
        role: "admin",
        body: "infra",
        reason: "Because I want it.",
      }));
      return Promise.all(sent.map((fields) => submit(portal, "/admin/people/ruth", fields, { as: "noor" })));
    },
    back: [404, "There is nothing here"],
    also: {
      "A contributor is no administrator afterwards, and the account goes on.": async (portal) =>
        (await portal.value(
          `SELECT count(*)::int FROM "RoleGrant" g JOIN "Person" p ON p."id" = g."personId" WHERE p."handle" = 'noor'`,
        )) === 0,
    },
    writes: ["Submission"],
  },
  {
    tried: "A comment's form whose hidden fields name another proposal, which is for the board only",
    send: async (portal) => {
      const fields = await formOn(portal, "/proposals/6", "noor", "Add to the discussion");
      const number = String(await executive(portal));
      return submit(
        portal,
        "/proposals/6",
        { ...fields, number, proposal: number, markdown: "Sent elsewhere." },
        { as: "noor" },
      );
    },
    back: [200, "There is no such proposal, or it is not public."],
    also: {
      "The comment stands nowhere.": async (portal) =>
        (await portal.value(`SELECT count(*)::int FROM "Comment" WHERE "markdown" = 'Sent elsewhere.'`)) ===
        0,
    },
  },
  {
    tried: "What somebody typed when their session had ended, by a guessed name of it",
    send: (portal) =>
      each(
        portal,
        ["a".repeat(32), "1", "..%2f", "%27%20OR%201=1", randomUUID()].map(
          (kept) => `/proposals/new?kept=${kept}`,
        ),
        { as: "noor" },
      ),
    back: [200, "</html>"],
    also: {
      "No answer welcomes anybody back.": (_portal, answers) =>
        answers.every(({ body }) => !body.includes("Welcome back.")),
    },
  },
];
