import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "@/lib/db/client";
import { findDecisionsFeed } from "@/lib/feeds/decision-feed";
import { findProposalFeed, findProposalsFeed } from "@/lib/feeds/proposal-feeds";
import { serveAgenda } from "@/lib/feeds/serve-agenda";
import { serveCalendar, serveMeetingCalendar } from "@/lib/feeds/serve-calendar";
import { serveFeed } from "@/lib/feeds/serve-feed";
import { findTicketsFeed } from "@/lib/feeds/ticket-feed";
import { agendaText } from "@/lib/meetings/agenda-documents";
import { aComment } from "../../factories/discussion";
import { aSeries } from "../../factories/meetings";
import { theBoard } from "../../factories/people";
import { aProposal } from "../../factories/proposals";
import { aSplit } from "../../factories/tickets";

const ask = (headers: Record<string, string> = {}, address = "http://localhost/x") =>
  new Request(address, { headers });

/** A feed as it is sent, found valid by the grammar of RFC 4287. */
async function valid(response: Response): Promise<XmlDocument> {
  expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const grammar = XmlDocument.fromString(readFileSync("tests/fixtures/feeds/atom.rng", "utf8"));
  const feed = XmlDocument.fromString(await response.text());
  RelaxNGValidator.fromDoc(grammar).validate(feed);
  return feed;
}

const texts = (feed: XmlDocument, path: string) =>
  feed.find(path, { a: "http://www.w3.org/2005/Atom" }).map((node) => node.content);

const hostile = `Hosts <b>&\u0008 "more" ]]>`;
const secret = "The quokka clause";
let open = { number: 0 };
let hidden = { number: 0 };
let date = "";

beforeAll(async () => {
  const { ada, secretary } = await theBoard();
  open = await aProposal({
    title: hostile.replace("\u0008", ""),
    summary: hostile.replace("\u0008", ""),
  }).inDiscussion();
  await aComment(ada, open.number, "Read.");
  hidden = await aProposal({ title: secret, by: ada, executive: true }).inDiscussion();
  await aProposal({ title: "A draft of nobody else's" }).draft();
  await aSplit({ executive: true, by: ada });
  await aSplit();
  [date = ""] = await aSeries({ by: secretary, meetings: 2 });
});

describe("a feed", () => {
  it.each([
    ["proposals", findProposalsFeed],
    ["decisions", findDecisionsFeed],
    ["tickets", findTicketsFeed],
    ["one proposal", () => findProposalFeed(open.number)],
  ])("of %s is valid Atom, with ids that stay and addresses that lead back", async (_, find) => {
    const feed = await valid(serveFeed(ask(), await find()));
    const ids = texts(feed, "//a:entry/a:id");
    expect(new Set(ids).size).toBe(ids.length);
    const again = await valid(serveFeed(ask(), await find()));
    expect(texts(again, "//a:entry/a:id")).toEqual(ids);
  });

  it("says what changed and who wrote it, with every character of a title", async () => {
    const feed = await valid(serveFeed(ask(), await findProposalsFeed()));
    expect(texts(feed, "//a:entry/a:title").join("\n")).toContain("Hosts &lt;b&gt;&amp;");
    expect(texts(feed, "/a:feed/a:updated")[0]).toBe(texts(feed, "//a:entry/a:updated").sort().at(-1));
    const one = await valid(serveFeed(ask(), await findProposalFeed(open.number)));
    expect(texts(one, "//a:entry/a:title").join("\n")).toMatch(/published it/);
  });

  it("holds nothing that is not everybody's", async () => {
    expect(await findProposalFeed(hidden.number)).toBeNull();
    expect(serveFeed(ask(), null).status).toBe(404);
    for (const find of [findProposalsFeed, findDecisionsFeed, findTicketsFeed]) {
      const text = await serveFeed(ask(), await find()).text();
      expect(text).not.toMatch(/quokka|A draft of nobody/);
    }
  });

  it("is not sent again to who has it, and is when it says something else", async () => {
    const first = serveFeed(ask(), await findProposalsFeed());
    const etag = first.headers.get("etag") ?? "";
    const modified = first.headers.get("last-modified") ?? "";
    const held = serveFeed(ask({ "if-none-match": `W/${etag}, "x"` }), await findProposalsFeed());
    expect([held.status, await held.text()]).toEqual([304, ""]);
    expect(serveFeed(ask({ "if-modified-since": modified }), await findProposalsFeed()).status).toBe(304);
    await aProposal({ title: "Something new" }).inDiscussion();
    expect(serveFeed(ask({ "if-none-match": etag }), await findProposalsFeed()).status).toBe(200);
  });

  it("asks the database a handful of times, however much it holds", async () => {
    for (const [find, most] of [
      [findProposalsFeed, 1],
      [findDecisionsFeed, 1],
      [findTicketsFeed, 1],
      [() => findProposalFeed(open.number), 5],
    ] as const) {
      const query = pool.query;
      let asked = 0;
      pool.query = ((...given: unknown[]) => {
        asked += 1;
        return Reflect.apply(query, pool, given);
      }) as typeof pool.query; // its own overloads
      await find();
      pool.query = query;
      expect(asked).toBeLessThanOrEqual(most);
    }
  });
});

describe("a file of a meeting", () => {
  it("for calendars is the same until something happens, also for one body, and not for one that nobody knows", async () => {
    const all = await serveCalendar(ask());
    const text = await all.text();
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const etag = all.headers.get("etag") ?? "";
    expect((await serveCalendar(ask({ "if-none-match": etag }))).status).toBe(304);
    const board = await serveCalendar(ask({}, "http://localhost/meetings.ics?body=board"));
    expect((await board.text()).match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const nobody = await serveCalendar(ask({}, "http://localhost/meetings.ics?body=nobody"));
    expect(nobody.status).toBe(404);
  });

  it("is there for a day with a meeting only", async () => {
    const of = async (day: string) => [
      (await serveMeetingCalendar(ask(), day)).status,
      (await serveAgenda(ask(), Promise.resolve({ date: day }), { type: "text/plain", write: agendaText }))
        .status,
    ];
    expect(await of(date)).toEqual([200, 200]);
    expect(await of("1999-01-01")).toEqual([404, 404]);
    expect(await of("2026-02-31")).toEqual([404, 404]);
  });
});
