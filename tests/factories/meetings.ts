import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { acceptSlot } from "@/lib/meetings/commands/accept-slot";
import { createMeeting } from "@/lib/meetings/commands/create-meeting";
import { createSeries } from "@/lib/meetings/commands/create-series";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { planSeries } from "@/lib/meetings/commands/plan-series";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { createMeetingInput, offerSlotInput, requestSlotInput } from "@/lib/meetings/schema";
import { createSeriesInput, planSeriesInput } from "@/lib/meetings/series-schema";
import { aBody, type Person } from "./people";
import { aProposal, expectDone, type Made } from "./proposals";

export interface MadeMeeting {
  id: number;
  date: string;
}

interface MeetingWish {
  /** An officer. */
  by: Person;
  date: string;
  time?: string;
  timeZone?: string;
  capacityMinutes?: number;
  series?: string;
}

/** A meeting that was set by hand: `aMeeting({ by: secretary, date }).published()`. */
export function aMeeting(wish: MeetingWish) {
  return { planned: () => planned(wish), published: () => published(wish) };
}

async function planned({ by, ...wish }: MeetingWish): Promise<MadeMeeting> {
  const input = createMeetingInput.parse({ title: "Board meeting", time: "20:00", timeZone: "UTC", ...wish });
  const { date } = expectDone(await createMeeting(by, input));
  return db.meeting.findUniqueOrThrow({ where: { date }, select: { id: true, date: true } });
}

async function published(wish: MeetingWish): Promise<MadeMeeting> {
  const meeting = await planned(wish);
  const version = await meetingVersionOf(meeting.date);
  expectDone(await publishAgenda(wish.by, { date: meeting.date, version }));
  return meeting;
}

/** The board's series with its next meetings: second Wednesdays at 20:00 UTC unless told. */
export async function aSeries(wish: {
  by: Person;
  key?: string;
  timeZone?: string;
  rule?: string;
  meetings: number;
}): Promise<string[]> {
  await aBody({ handle: "board", kind: "board" });
  const { by, meetings, key = "board", timeZone = "UTC", rule = "FREQ=MONTHLY;BYDAY=2WE" } = wish;
  const series = { key, rule, timeZone, name: "Board meeting", body: "board", startsAtTime: "20:00" };
  expectDone(await createSeries(by, createSeriesInput.parse(series)));
  const plan = planSeriesInput.parse({ series: key, count: meetings });
  return expectDone(await planSeries(by, plan)).created;
}

interface SlotWish {
  officer: Person;
  /** Date of the meeting. */
  meeting: string;
  minutes?: string;
  overrideReason?: string;
  /** Given unless told otherwise: hardly a proposal of a test is ready for the board. */
  unreadyReason?: string;
  proposal?: Made;
}

/** A proposal whose slot was asked for, offered, and (with `accepted`) taken. */
export function aSlot(wish: SlotWish) {
  return { offered: () => offered(wish), accepted: () => accepted(wish) };
}

async function offered(wish: SlotWish): Promise<Made> {
  const proposal = wish.proposal ?? (await aProposal().inDiscussion());
  const { number, author } = proposal;
  const minutes = wish.minutes ?? "10 + 10";
  expectDone(await requestSlot(author, requestSlotInput.parse({ number, minutes: "10 to 15" })));
  const terms = { number, version: await slotVersionOf(number), meeting: wish.meeting, minutes };
  const { overrideReason = "", unreadyReason = "It is a test of something else." } = wish;
  const input = offerSlotInput.parse({ ...terms, overrideReason, unreadyReason });
  expectDone(await offerSlot(wish.officer, input));
  return proposal;
}

async function accepted(wish: SlotWish): Promise<Made & { itemId: number }> {
  const proposal = await offered(wish);
  const { number, author } = proposal;
  const { itemId } = expectDone(await acceptSlot(author, { number, version: await slotVersionOf(number) }));
  return { ...proposal, itemId };
}

/** The version that somebody who looks at the meeting now would send. */
export async function meetingVersionOf(date: string): Promise<number> {
  return (await db.meeting.findUniqueOrThrow({ where: { date }, select: { version: true } })).version;
}

/** The version of the proposal's latest request for time. */
export async function slotVersionOf(number: number): Promise<number> {
  const slot = await db.slotRequest.findFirstOrThrow({
    where: { proposal: { number } },
    orderBy: { id: "desc" },
    select: { version: true },
  });
  return slot.version;
}

/** A date that is still to come, so many days from now. */
export function inDays(days: number): string {
  return new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
