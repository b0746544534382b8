import { randomUUID } from "node:crypto";
import type { Attack } from "./attack";
import { fieldsIn, submit } from "./page-forms";

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
      const made = await portal.askApi(token, "POST /proposals", {
        title: "Mass assignment",
        summary: "More than was asked.",
        ...more,
      });
      const { number } = JSON.parse(made.body) as { number: number };
      return [made, await portal.askApi(token, `GET /proposals/${number}`)];
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
        await portal.askApi(token, "PUT /proposals/6", text),
        await portal.askApi(token, "POST /proposals/6/withdraw", {
          version: 3,
          reason: "Because I want it.",
        }),
        await portal.askApi(token, "POST /proposals/6/co-authors", { person: "@noor" }),
      ];
    },
    back: [403, '"code":"forbidden"'],
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
    back: [
      [404, '"code":"not_found"'],
      [200, '"handle":"imani"'],
    ],
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
        ...(await portal.askEach(pages, { as: "noor" })),
        ...(await portal.askEach(pages, { as: "imani" })),
        ...(await portal.askEach(pages)),
      ];
    },
    back: [404, "There is nothing here"],
  },
  {
    tried: "The deeds of administrators by the API, with a director's token that may write",
    send: async (portal) => {
      const token = await portal.tokenOf("imani");
      return [
        await portal.askApi(token, "POST /people/noor/roles", { role: "admin", body: "infra" }),
        await portal.askApi(token, "POST /people/noor/end", { reason: "Because I want it." }),
        await portal.askApi(token, "POST /people", { handle: "mallory", name: "Mallory" }),
        await portal.askApi(token, "POST /imports/pagure", { text: "{}" }),
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
    tried: "What somebody typed when their session had ended, by a guessed name of it",
    send: (portal) =>
      portal.askEach(
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
