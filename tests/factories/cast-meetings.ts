import { adjourn } from "@/lib/meetings/commands/adjourn";
import { callToOrder } from "@/lib/meetings/commands/call-to-order";
import { openItem } from "@/lib/meetings/commands/open-item";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { recordAttendance } from "@/lib/meetings/commands/record-attendance";
import { placeItemInput } from "@/lib/meetings/schema";
import { adjournInput, attendanceInput } from "@/lib/meetings/session-schema";
import type { Cast } from "./cast";
import { aMeeting, inDays, type MadeMeeting, meetingVersionOf } from "./meetings";
import { expectDone } from "./proposals";
import { itemVersionOf, said } from "./sessions";

export interface Held extends MadeMeeting {
  /** What it has open. */
  itemId: number;
}

/** A meeting of the cast's board on a day of its own: `aCastMeeting(cast).inSession()`. */
export function aCastMeeting(cast: Cast) {
  const wish = () => ({ by: cast.secretary, date: aFreeDate(), capacityMinutes: 600 });
  const published = () => aMeeting(wish()).published();
  const inSession = async () => called(cast, await published());
  const open = async () => opened(cast, await inSession());
  const adjourned = async () => ended(cast, await open());
  return { planned: () => aMeeting(wish()).planned(), published, inSession, open, adjourned };
}

/** Called to order, with everybody of the board there. */
async function called(cast: Cast, meeting: MadeMeeting): Promise<MadeMeeting> {
  const { date } = meeting;
  const version = await meetingVersionOf(date);
  expectDone(await callToOrder(cast.chair, { date, version }));
  const { director, chair, liaison, secretary } = cast;
  const people = [director, chair, liaison, secretary].map(({ handle }) => ({ handle, state: "present" }));
  expectDone(await recordAttendance(secretary, attendanceInput.parse({ date, people })));
  return meeting;
}

async function opened(cast: Cast, meeting: MadeMeeting): Promise<Held> {
  const itemId = await anItem(cast, meeting.date);
  await opens(cast, itemId);
  return { ...meeting, itemId };
}

export async function opens(cast: Cast, itemId: number): Promise<void> {
  expectDone(
    await openItem(cast.chair, {
      itemId,
      version: await itemVersionOf(itemId),
    }),
  );
}

/** Ended, with something agreed on the record, of which there is a draft of minutes. */
async function ended(cast: Cast, meeting: Held): Promise<Held> {
  const { date, itemId } = meeting;
  await said(cast.secretary, itemId, { kind: "agreed", text: "To go on as before." });
  const input = adjournInput.parse({ date, version: await meetingVersionOf(date) });
  expectDone(await adjourn(cast.chair, input));
  return meeting;
}

/** An item that the secretary places; of no proposal unless told. */
export async function anItem(cast: Cast, date: string, wish: object = {}): Promise<number> {
  const unreadyReason = "It is a test of something else.";
  const item = {
    date,
    section: "new",
    title: "Any other business",
    presentMinutes: 1,
    unreadyReason,
    ...wish,
  };
  return expectDone(await placeItem(cast.secretary, placeItemInput.parse(item))).itemId;
}

let days = 30;

/** A date on which nothing is yet. */
export function aFreeDate(): string {
  days += 1;
  return inDays(days);
}
