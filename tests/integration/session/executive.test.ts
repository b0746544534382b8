import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { findHome } from "@/lib/home/queries";
import { exportAll } from "@/lib/import-export/export-queries/export-all";
import { readActionFilter } from "@/lib/meetings/action-filter";
import { findAction, findActionsOf, listActions } from "@/lib/meetings/action-queries";
import { agendaJson, agendaMarkdown, agendaText } from "@/lib/meetings/agenda-documents";
import { findAgenda } from "@/lib/meetings/agenda-queries";
import { adjourn } from "@/lib/meetings/commands/adjourn";
import { enterExecutive } from "@/lib/meetings/commands/enter-executive";
import { leaveExecutive } from "@/lib/meetings/commands/leave-executive";
import { openItem } from "@/lib/meetings/commands/open-item";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { typeLine } from "@/lib/meetings/commands/type-line";
import { findEdition } from "@/lib/meetings/edition-queries";
import { messageOf } from "@/lib/meetings/live-frames";
import { readLiveEvents, readLiveStates } from "@/lib/meetings/live-queries";
import { calendarOf } from "@/lib/meetings/meeting-calendar";
import { minutesJson } from "@/lib/meetings/minutes-json";
import { findMinutes } from "@/lib/meetings/minutes-queries";
import { findPreread } from "@/lib/meetings/preread-queries";
import { listForCalendar, listMeetings } from "@/lib/meetings/queries";
import { placeItemInput } from "@/lib/meetings/schema";
import { findLine, findLineHistory, findSession } from "@/lib/meetings/session-queries";
import { adjournInput, typeLineInput } from "@/lib/meetings/session-schema";
import { tellOfEvent } from "@/lib/notifications/tell";
import { search } from "@/lib/search/queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { listHistory } from "@/lib/workflow/queries";
import { inDays, meetingVersionOf } from "../../factories/meetings";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aSession, closed, itemVersionOf } from "../../factories/sessions";

const word = "xylophone";
let board: Awaited<ReturnType<typeof theBoard>>;
let guest: Person;
let date: string;
let meetingId: number;
let lineId: number;

beforeAll(async () => {
  board = await theBoard();
  guest = await aPerson();
  const session = await aSession({ board, date: inDays(90) }).reviewing();
  date = session.date;
  meetingId = (await db.meeting.findUniqueOrThrow({ where: { date } })).id;
  expect(await enterExecutive(board.chair, { date })).toMatchObject({ refusal: { code: "refused" } });
  await closed(board.chair, session.proposal.itemId);
  const { itemId } = expectDone(await enterExecutive(board.chair, { date }));
  await db.agendaItem.update({ where: { id: itemId }, data: { title: `About the ${word}` } });
  const typed = `> @${guest.handle} hide the ${word} by 2031-01-03`;
  lineId = expectDone(await typeLine(board.secretary, typeLineInput.parse({ itemId, typed }))).lineId;
});

/** Everything that says something about a meeting, as this reader gets it. */
async function outlets(actor: Actor): Promise<Record<string, unknown>> {
  const agenda = await findAgenda(actor, date);
  const minutes = await findMinutes(actor, date);
  const lines: string[] = [];
  for await (const line of exportAll(actor)) lines.push(line);
  const states = await readLiveStates(date);
  const events = await readLiveEvents(meetingId, 0, 1_000);
  const audience = actor === thePublic || actor === guest ? "everybody" : "board";
  const streamed = events.map((event) =>
    new TextDecoder().decode(messageOf(event).frames[audience] ?? undefined),
  );
  return {
    session: await findSession(actor, date),
    line: await findLine(actor, lineId),
    lineHistory: await findLineHistory(actor, date, lineId),
    state: states?.[audience],
    stream: streamed,
    agenda,
    agendaFiles: agenda && [agendaMarkdown(agenda), agendaText(agenda), agendaJson(agenda)],
    edition: await findEdition(actor, date),
    preread: await findPreread(actor, date),
    calendar: calendarOf(await listForCalendar(actor), new URL("http://localhost")),
    meetings: [await listMeetings(actor, { past: false }), await listMeetings(actor, { past: true })],
    minutes,
    minutesFiles: minutes?.shown && [
      minutes.shown.markdown,
      minutes.shown.text,
      minutesJson(minutes.shown.record),
    ],
    history: await listHistory(actor, { meetingId }),
    search: await search(actor, word),
    actions: [
      await listActions(actor, readActionFilter({})),
      await findActionsOf(actor, date),
      await findAction(actor, lineId),
    ],
    home: await findHome(actor),
    inbox: await db.notice.findMany({ where: { personId: actor.kind === "person" ? actor.personId : 0 } }),
    export: lines,
  };
}

const saying = (found: Record<string, unknown>) =>
  Object.entries(found)
    .filter(([, told]) =>
      JSON.stringify(told, (_, value) => (typeof value === "bigint" ? String(value) : value)).includes(word),
    )
    .map(([name]) => name);

async function told(): Promise<void> {
  for (const { id } of await db.event.findMany({ where: { meetingId }, select: { id: true } }))
    await tellOfEvent(id);
}

describe("the executive session", () => {
  it("is found in no outlet by the public or a guest, not even by whom it gives an ACTION", async () => {
    await told();
    expect(saying(await outlets(thePublic))).toEqual([]);
    expect(saying(await outlets(guest))).toEqual([]);
  });

  it("is read by a director on the page, in the stream and in the export", async () => {
    const found = saying(await outlets(board.ada));
    for (const outlet of ["session", "line", "state", "stream", "export"]) expect(found).toContain(outlet);
  });

  it("shuts the guests’ pages, and says since when", async () => {
    const seen = await findSession(guest, date);
    expect(seen).toMatchObject({ closedToReader: true, live: { openItemId: null, placeItemId: null } });
    expect(seen?.live.executiveSince).not.toBeNull();
    expect(await findSession(board.ada, date)).toMatchObject({ closedToReader: false });
  });

  it("is entered once, by the chair, and takes no item that is everybody’s", async () => {
    expect(await enterExecutive(board.chair, { date })).toMatchObject({ refusal: { code: "conflict" } });
    expect(await enterExecutive(board.secretary, { date })).toMatchObject({ refusal: { code: "forbidden" } });
    const input = placeItemInput.parse({ date, title: "Everybody’s", section: "new", presentMinutes: 5 });
    expectDone(await placeItem(board.secretary, input));
    const { id: itemId } = await db.agendaItem.findFirstOrThrow({
      where: { meetingId, title: "Everybody’s" },
    });
    const executive = await db.agendaItem.findFirstOrThrow({ where: { meetingId, status: "open" } });
    await closed(board.chair, executive.id);
    const opened = await openItem(board.chair, { itemId, version: await itemVersionOf(itemId) });
    expect(opened).toMatchObject({ refusal: { message: expect.stringContaining("executive session") } });
    expectDone(await leaveExecutive(board.chair, { date }));
    expectDone(await openItem(board.chair, { itemId, version: await itemVersionOf(itemId) }));
    expect(await leaveExecutive(board.chair, { date })).toMatchObject({ refusal: { code: "refused" } });
  });

  it("stays the board’s after the meeting has ended, in its minutes as well", async () => {
    expectDone(
      await adjourn(board.chair, adjournInput.parse({ date, version: await meetingVersionOf(date) })),
    );
    await told();
    expect(saying(await outlets(thePublic))).toEqual([]);
    expect(saying(await outlets(guest))).toEqual([]);
  });
});
