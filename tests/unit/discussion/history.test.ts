import { expect, test } from "vitest";
import { questionMachine } from "@/lib/discussion/machine";
import * as meetingMachines from "@/lib/meetings/machine";
import { proposalMachine } from "@/lib/proposals/machine";
import { regionMachine } from "@/lib/region/machine";
import { ticketMachine } from "@/lib/tickets/machine";
import { type HistoryRow, knownEventTypes, sentenceOf } from "@/lib/workflow/history";

const row = (type: string, data: object = {}, more: Partial<HistoryRow> = {}): HistoryRow => ({
  type,
  data: { ...data },
  actorName: "Ada",
  ...more,
});

const said = (given: HistoryRow) => {
  const { who, sentence, why } = sentenceOf(given);
  return `${who} ${sentence}${why ? ` (${why})` : ""}`;
};

test.each([
  [row("proposal.published", { to: "discussion" }), "Ada published it."],
  [row("proposal.withdrawn", { reason: "No time." }), "Ada withdrew it. (No time.)"],
  [row("proposal.returned", { outcome: "needs_info" }), "Ada returned it to discussion (needs info)."],
  [
    row("question.asked", { of: "Bea", number: 2, text: "Who pays?" }),
    "Ada asked Bea question 2: “Who pays?”.",
  ],
  [row("question.answered", { number: 2 }), "Ada answered question 2."],
  [
    row("slot.offered", { presentMinutes: 10, qaMinutes: 10, meeting: "2026-10-14" }),
    "Ada offered 10 + 10 minutes in the meeting of 14 October 2026.",
  ],
  [
    row("slot.meeting_moved", { oldDate: "2026-10-14", meeting: "2026-10-21" }),
    "Ada moved the meeting whose time lies on the table from 14 October 2026 to 21 October 2026.",
  ],
  [
    row("meeting_series.changed", { endsOn: "2027-01-01" }),
    "Ada changed the series of meetings: its last day is 1 January 2027.",
  ],
  [
    row("decision.recorded", { outcome: "no_decision" }),
    "Ada recorded the decision of the board: no decision.",
  ],
  [
    row("split.placed", { source: "ask 1", disposition: "ticketed", ticket: 7 }),
    "Ada placed ask 1 in ticket 7.",
  ],
  [
    row("split.placed", { source: "ask 1", disposition: "dropped", reason: "Done." }),
    "Ada dropped ask 1 from the split. (Done.)",
  ],
  [row("ticket.filed", {}, { ticketNumber: 12 }), "Ada filed ticket 12."],
  [
    row("tracker.tagged", { text: "**Metadata Update from @ada**:\n- Issue tagged with: meeting" }),
    "Ada noted in the tracker: Issue tagged with: meeting.",
  ],
])("the event %o reads %s", (given, sentence) => {
  expect(said(given)).toBe(sentence);
});

test("an event that is not known yet still reads as a sentence", () => {
  expect(said(row("evidence.taken_back"))).toBe("Ada recorded: evidence taken back.");
});

test("what somebody recorded for somebody else names both, and the portal's own part is named", () => {
  expect(said(row("question.withdrawn", { number: 1 }, { onBehalfOf: "Cy" }))).toBe(
    "Ada, for Cy, took question 1 back.",
  );
  expect(said(row("proposal.completed", {}, { actorName: null }))).toMatch(/^The portal closed it/);
});

test("every move of every machine has its words", () => {
  const machines = [
    proposalMachine,
    questionMachine,
    ticketMachine,
    regionMachine,
    ...Object.values(meetingMachines),
  ];
  const types = machines.flatMap((machine) =>
    typeof machine === "object" && "moves" in machine
      ? Object.values(machine.moves).map((move) => move.records)
      : [],
  );
  expect(types.filter((type) => !knownEventTypes.includes(type))).toEqual([]);
});
