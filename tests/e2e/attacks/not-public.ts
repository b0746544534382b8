import { randomUUID } from "node:crypto";
import type { Attack } from "./attack";
import { formOn, submit } from "./page-forms";

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

export const notPublic: readonly Attack[] = [
  {
    tried: "Somebody's draft by its number, on fourteen pages",
    send: (portal) =>
      portal.askEach(
        below.map((path) => `/proposals/8${path}`),
        { as: "jules" },
      ),
    back: noPage,
  },
  {
    tried: "Somebody's draft by its number, at fourteen addresses of the API",
    send: async (portal) =>
      portal.askEach(
        belowInApi.map((path) => `/api/v1/proposals/8${path}`),
        { token: await portal.tokenOf("jules") },
      ),
    back: notThere,
  },
  {
    tried: "What is for the board only by its number, on fourteen pages, as nobody and as a contributor",
    send: async (portal) => {
      const number = await portal.executive();
      const pages = below.map((path) => `/proposals/${number}${path}`);
      return [
        ...(await portal.askEach(pages, { as: "noor" })),
        ...(await portal.askEach(pages.filter((path) => !/edit|authors|split$/.test(path)))),
      ];
    },
    back: noPage,
  },
  {
    tried:
      "What is for the board only by its number, at fourteen addresses of the API, as nobody and as a contributor",
    send: async (portal) => {
      const number = await portal.executive();
      const all = belowInApi.map((path) => `/api/v1/proposals/${number}${path}`);
      return [
        ...(await portal.askEach(all)),
        ...(await portal.askEach(all, { token: await portal.tokenOf("noor") })),
      ];
    },
    back: notThere,
  },
  {
    tried:
      "What is for the board only: commented on, asked about, watched, read, endorsed, put on an agenda by a contributor",
    send: async (portal) => {
      const [token, number] = [await portal.tokenOf("noor"), await portal.executive()];
      const at = `/proposals/${number}`;
      return [
        await portal.askApi(token, `POST ${at}/comments`, { markdown: "I see you." }),
        await portal.askApi(token, `POST ${at}/questions`, { of: "@noor", text: "What is it?" }),
        await portal.askApi(token, `PUT ${at}/watch`),
        await portal.askApi(token, `POST ${at}/visit`),
        await portal.askApi(token, `POST ${at}/concerns`, { text: "It is hidden.", resolver: "@noor" }),
        await portal.askApi(token, `POST ${at}/endorsements/offer`, { part: "supports", note: "" }),
        await portal.askApi(token, `POST ${at}/relations`, { kind: "depends_on", other: "#2" }),
      ];
    },
    back: [notThere, notThere, notThere, notThere, notThere, [422, '"code":"invalid"'], notThere],
  },
  {
    tried: "A public proposal that is said to depend on one for the board only, to read its title back",
    send: async (portal) =>
      portal.askApi(await portal.tokenOf("jules"), "POST /proposals/6/relations", {
        kind: "depends_on",
        other: `#${await portal.executive()}`,
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
      const number = await portal.executive();
      return [
        await portal.askApi(token, `PUT /items/${item}/outline`, { version: 1, note: "x" }),
        await portal.askApi(token, `POST /items/${item}/withdraw`, {
          version: 1,
          reason: "Because I want it.",
        }),
        await portal.askApi(token, `POST /proposals/${number}/materials/${material}/pin`, { version: 1 }),
        await portal.askApi(token, `POST /proposals/${number}/read`, { material }),
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
      const [token, number] = [await portal.tokenOf("jules"), await portal.executive()];
      const paths = [8, number, 4711].flatMap((each) => [
        `/api/v1/proposals/${each}/ballots`,
        `/api/v1/proposals/${each}/decisions`,
      ]);
      return portal.askEach(paths, { token });
    },
    back: [200, '{"items":[],"nextCursor":null}'],
  },
  {
    tried: "A comment's form whose hidden fields name another proposal, which is for the board only",
    send: async (portal) => {
      const fields = await formOn(portal, "/proposals/6", "noor", "Add to the discussion");
      const number = String(await portal.executive());
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
];
