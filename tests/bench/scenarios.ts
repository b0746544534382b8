import pg from "pg";
import { busy, busyTicket, regionKey } from "./seed-sql";

export interface Scenario {
  name: string;
  path: string;
  signedIn: boolean;
  /** Sends the page's form that holds this field, instead of reading the page. */
  posts?: string;
  /** What the page has to say, to be sure that it is the one that was meant. */
  shows: string;
}

const proposal = (number: number) => `/proposals/${number}`;
const link = (number: number) => `href="/proposals/${number}`;

/** What is measured: the pages of issue 2. */
export async function scenarios(url: string): Promise<Scenario[]> {
  const { deep, deepNumber, date, fullDate, comment } = await addresses(url);
  const signedIn = true;
  return [
    { name: "Proposal list", path: "/proposals", signedIn, shows: link(busy.thousand) },
    {
      name: "Proposal list, after 15,000",
      path: `/proposals?cursor=${deep}`,
      signedIn,
      shows: link(deepNumber),
    },
    { name: "Proposal, 6 comments", path: proposal(busy.six), signedIn, shows: link(busy.six) },
    {
      name: "Proposal, 6 comments, public",
      path: proposal(busy.six),
      signedIn: false,
      shows: link(busy.six),
    },
    { name: "Proposal, 20 comments", path: proposal(busy.twenty), signedIn, shows: link(busy.twenty) },
    {
      name: "Proposal, 20 comments, public",
      path: proposal(busy.twenty),
      signedIn: false,
      shows: link(busy.twenty),
    },
    { name: "Proposal, 100 comments", path: proposal(busy.hundred), signedIn, shows: link(busy.hundred) },
    {
      name: "Proposal, 100 comments, public",
      path: proposal(busy.hundred),
      signedIn: false,
      shows: link(busy.hundred),
    },
    { name: "Proposal, 1,000 comments", path: proposal(busy.thousand), signedIn, shows: link(busy.thousand) },
    {
      name: "Proposal, the 500th of 1,000 comments",
      path: `${proposal(busy.thousand)}?comment=${comment}`,
      signedIn,
      shows: `id="comment-${comment}"`,
    },
    { name: "Ticket list, of 100,000", path: "/tickets", signedIn, shows: 'href="/tickets/' },
    {
      name: "Ticket list, waiting on me",
      path: "/tickets?waiting=me&sort=priority",
      signedIn,
      shows: "Waiting on me",
    },
    { name: "Ticket board, of 100,000", path: "/tickets?view=board", signedIn, shows: "Show more" },
    {
      name: "Ticket, 300 comments and 40 dependencies",
      path: `/tickets/${busyTicket}`,
      signedIn,
      shows: "Waits for",
    },
    { name: "Agenda", path: `/meetings/${date}`, signedIn, shows: "Board meeting" },
    { name: "Agenda of 40 items", path: `/meetings/${fullDate}`, signedIn, shows: "Slides of part 38" },
    { name: "Region", path: `/region/${regionKey}`, signedIn, shows: "The measured region" },
    {
      name: "Region, its timeline and burn-up",
      path: `/region/${regionKey}/timeline`,
      signedIn,
      shows: "Readiness by date",
    },
    {
      name: "Region, a capability with 16 tickets",
      path: `/region/${regionKey}/network`,
      signedIn,
      shows: "The measured region",
    },
    {
      name: "Creating a comment",
      path: proposal(busy.six - 2),
      signedIn,
      shows: link(busy.six - 2),
      posts: "markdown",
    },
  ];
}

/** Lists whose statements are explained, beside those of the scenarios. */
export const lists = [
  "/proposals",
  "/proposals?status=discussion",
  "/proposals?status=closed",
  "/proposals?mine=yes",
  "/proposals?q=mirrors",
  "/tickets",
  "/tickets?status=filed",
  "/tickets?sort=priority",
  "/tickets?waiting=me",
  "/tickets?needs=any",
  "/tickets?label=el10",
  "/tickets?block=unblocked",
  "/tickets?view=board",
  "/tickets?destination=infra",
  "/meetings",
  "/inbox",
  "/search?q=certificates",
  "/people/person-7",
  "/",
];

/** Addresses that depend on the day: a list's cursor (lib/proposals/queries.ts writes it so), a meeting's date, a comment in the middle. */
async function addresses(
  url: string,
): Promise<{ deep: string; deepNumber: number; date: string; fullDate: string; comment: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const list = await client.query<{ id: number; number: number; updatedAt: Date }>(
    `SELECT "id", "number", "updatedAt" FROM "Proposal" WHERE "status" <> 'draft' ORDER BY "updatedAt" DESC, "id" DESC OFFSET 14999 LIMIT 2`,
  );
  const meeting = await client.query<{ date: string }>(
    `SELECT "date" FROM "Meeting" WHERE "status" = 'published' ORDER BY "date" LIMIT 1`,
  );
  const full = await client.query<{ date: string }>(
    `SELECT "date" FROM "Meeting" WHERE "title" = 'Full evening'`,
  );
  const comments = await client.query<{ id: number }>(
    `SELECT "id" FROM "Comment" WHERE "proposalId" = ${busy.thousand} ORDER BY "createdAt" OFFSET 499 LIMIT 1`,
  );
  await client.end();
  const [last, next] = list.rows;
  const [middle] = comments.rows;
  const [evening] = full.rows;
  if (!last || !next || !meeting.rows[0] || !evening || !middle) throw new Error("The seed made too little.");
  const deep = Buffer.from(`${last.updatedAt.toISOString()} ${last.id}`).toString("base64url");
  return {
    deep,
    deepNumber: next.number,
    date: meeting.rows[0].date,
    fullDate: evening.date,
    comment: middle.id,
  };
}
