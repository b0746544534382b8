import { db } from "@/lib/db/client";
import { type Tx, transact } from "@/lib/db/transaction";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { postCommentInput } from "@/lib/discussion/schema";
import { holdProposal } from "@/lib/proposals/facts";
import { proposalMachine } from "@/lib/proposals/machine";
import type { Result } from "@/lib/result";
import { confirmSplit } from "@/lib/tickets/commands/confirm-split";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { markFollowUp } from "@/lib/tickets/commands/mark-follow-up";
import { moveTicket } from "@/lib/tickets/commands/move-ticket";
import { placeSource } from "@/lib/tickets/commands/place-source";
import type { TicketMove } from "@/lib/tickets/policy";
import { createTicketInput, moveTicketInput, placeSourceInput } from "@/lib/tickets/schema";
import type { SourceKind } from "@/lib/tickets/split-balance";
import { applyStep } from "@/lib/workflow/apply-step";
import { record } from "@/lib/workflow/events";
import { decide } from "@/lib/workflow/machine";
import { aBody, aPerson, type Person } from "./people";
import { aProposal, expectDone, type Made, versionOf } from "./proposals";

interface Wish {
  by?: Person;
  asks?: { kind: string; text: string; owner: string }[];
  questions?: string[];
  conditions?: string[];
  /** Lines of the minutes that give somebody something to do. */
  actions?: string[];
  /** Comments of the author, marked as promises by the chair. */
  promises?: string[];
  outcome?: "approved" | "redirected";
  /** Whether the minutes of the decision can be read. */
  minutes?: "draft" | "published";
  executive?: boolean;
}

export interface Splitting extends Made {
  chair: Person;
  infra: Person;
  secretary: Person;
}

let meetings = 0;

/** A proposal on which the board has decided, being split: two asks unless told, and nothing placed. */
export async function aSplit(wish: Wish = {}): Promise<Splitting> {
  const { outcome = "redirected", conditions = [], questions = [], minutes = "published" } = wish;
  const { actions = [], promises = [] } = wish;
  const made = await aProposal({ by: wish.by, asks: wish.asks, executive: wish.executive }).inDiscussion();
  const chair = await aPerson({ roles: [{ role: "chair", body: "board" }] });
  const secretary = await aPerson({ roles: [{ role: "secretary", body: "board" }] });
  const infra = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
  await aBody({ handle: "sig-cloud", kind: "sig" });
  for (const text of questions) {
    expectDone(await askQuestion(chair, { proposal: made.number, of: "infra", text, comment: undefined }));
  }
  for (const markdown of promises) await aPromise(made, chair, markdown);
  expectDone(
    await transact(async (tx) => {
      for (const name of ["schedule", "review"] as const) expectDone(await move(tx, chair, made, name));
      await decided(tx, chair, made, { outcome, conditions, minutes, actions });
      return move(tx, chair, made, "split");
    }),
  );
  return { ...made, chair, infra, secretary };
}

async function move(
  tx: Tx,
  chair: Person,
  { id, number }: Made,
  name: "schedule" | "review" | "split",
): Promise<Result<bigint>> {
  const held = await holdProposal(tx, chair, { number });
  if (!held) throw new Error(`there is no proposal ${number}`);
  const step = decide(proposalMachine, name, chair, held.facts);
  return step.ok ? applyStep(tx, step.value, held, { proposalId: id }) : step;
}

/** The record of a decision without the meeting around it: tests of meetings play that part. */
async function decided(
  tx: Tx,
  chair: Person,
  { id: proposalId }: Made,
  what: {
    outcome: "approved" | "redirected";
    conditions: string[];
    minutes: "draft" | "published";
    actions: string[];
  },
): Promise<void> {
  meetings += 1;
  const date = new Date(Date.UTC(2021, 0, meetings));
  const meeting = await tx.meeting.create({
    data: {
      date: date.toISOString().slice(0, 10),
      title: "Board meeting",
      startsAt: date,
      status: "adjourned",
      minutesStatus: what.minutes,
    },
  });
  await record(tx, chair, { type: "meeting.created", subject: "meeting", subjectId: meeting.id });
  const itemId = await anItem(tx, chair, { meetingId: meeting.id, proposalId });
  for (const text of what.actions) await anAction(tx, chair, { meetingId: meeting.id, itemId, text });
  const decision = await tx.decision.create({
    data: {
      proposalId,
      meetingId: meeting.id,
      itemId,
      outcome: what.outcome,
      method: "consensus",
      text: "As discussed.",
      recordedById: chair.personId,
      conditions: { create: what.conditions.map((text, index) => ({ number: index + 1, text })) },
    },
  });
  await record(tx, chair, {
    type: "decision.recorded",
    subject: "decision",
    subjectId: decision.id,
    proposalId,
  });
}

async function anItem(tx: Tx, chair: Person, of: { meetingId: number; proposalId: number }): Promise<number> {
  const minutes = { presentMinutes: 10, qaMinutes: 10 };
  const { id } = await tx.agendaItem.create({
    data: { ...of, ...minutes, position: 1, title: "The proposal", status: "done" },
  });
  await record(tx, chair, { type: "agenda_item.planned", subject: "agenda_item", subjectId: id });
  return id;
}

async function anAction(
  tx: Tx,
  by: Person,
  line: { meetingId: number; itemId: number; text: string },
): Promise<void> {
  await tx.minuteLine.create({ data: { ...line, kind: "action", authorId: by.personId } });
}

/** A comment of the author, marked by somebody as a promise. */
export async function aPromise({ author, number }: Made, by: Person, markdown: string): Promise<number> {
  const { comment } = expectDone(
    await postComment(author, postCommentInput.parse({ proposal: number, markdown })),
  );
  expectDone(await markFollowUp(by, { comment }));
  return comment;
}

/** The id of a source by the name that people use: `sourceOf(split, "ask", 1)`. */
export async function sourceOf(split: Made, sourceKind: SourceKind, number: number) {
  const where = { proposalId: split.id, number };
  const finders = {
    ask: () => db.ask.findFirst({ where }),
    question: () => db.question.findFirst({ where }),
    condition: () => db.condition.findFirst({ where: { number, decision: { proposalId: split.id } } }),
    action_line: () =>
      db.minuteLine.findFirst({
        where: { kind: "action", item: { proposalId: split.id } },
        orderBy: { id: "asc" },
        skip: number - 1,
      }),
    follow_up: () => db.followUp.findFirst({ where }),
  };
  const found = await finders[sourceKind]();
  if (!found) throw new Error(`proposal ${split.number} has no ${sourceKind} ${number}`);
  return { number: split.number, sourceKind, sourceId: found.id };
}

const aTicket = {
  title: "Set it up",
  destination: "sig",
  owner: "sig-cloud",
  routeReason: "It is a test of something else.",
};
export const aProject = {
  title: "A project for the region",
  destination: "infra",
  owner: "infra",
  requestType: "openshift_project",
  details: { projectName: "stream-region", admins: "mkowalska, tmori" },
};
/** Waits for a board decision (DOMAIN 5). */
export const someHosts = {
  title: "Three hosts",
  destination: "infra",
  owner: "infra",
  requestType: "bare_metal",
  details: {
    count: "3",
    distribution: "CentOS Stream 9",
    architecture: "x86_64",
    cpuCores: "32",
    memoryGib: "256",
    diskGib: "1920",
    raid: "raid1",
    networkPorts: "2",
    bmcAccess: "console",
  },
};

/** Places a source as a new ticket, and gives its number. */
export async function ticketed(
  split: Made,
  kind: SourceKind,
  number: number,
  content: object = aTicket,
): Promise<number> {
  const input = { ...(await sourceOf(split, kind, number)), disposition: "ticketed", ...aTicket, ...content };
  return expectDone(await placeSource(split.author, placeSourceInput.parse(input))).ticket ?? 0;
}

export async function dropped(split: Made, kind: SourceKind, number: number): Promise<void> {
  const input = {
    ...(await sourceOf(split, kind, number)),
    disposition: "dropped",
    text: "Not needed any more.",
  };
  expectDone(await placeSource(split.author, placeSourceInput.parse(input)));
}

/** A proposal in delivery with one draft ticket for each of its two asks. */
export async function aDelivery(
  wish: Wish & { tickets?: [object, object] } = {},
): Promise<Splitting & { tickets: [number, number] }> {
  const split = await aSplit(wish);
  const [first, second] = wish.tickets ?? [aTicket, aTicket];
  const tickets: [number, number] = [
    await ticketed(split, "ask", 1, first),
    await ticketed(split, "ask", 2, second),
  ];
  expectDone(
    await confirmSplit(split.author, { number: split.number, version: await versionOf(split.number) }),
  );
  return { ...split, tickets };
}

/** A ticket that stands alone. */
export async function aLoneTicket(by: Person, content: object = aProject): Promise<number> {
  return expectDone(await createTicket(by, createTicketInput.parse({ ...aTicket, ...content }))).number;
}

/** Makes a move as somebody who looks at the ticket now. */
export async function moves(by: Person, number: number, name: TicketMove, reason = "") {
  const { version } = await db.ticket.findUniqueOrThrow({ where: { number }, select: { version: true } });
  return moveTicket(by, moveTicketInput.parse({ number, version, move: name, reason }));
}

/** Files a ticket of a SIG and brings it to the step before it is done. */
export async function underWay({ author, chair }: Splitting, number: number): Promise<void> {
  expectDone(await moves(author, number, "file"));
  expectDone(await moves(chair, number, "takeUp"));
  expectDone(await moves(chair, number, "accept"));
}
