import { db } from "@/lib/db/client";
import { acceptSlot } from "@/lib/meetings/commands/accept-slot";
import { cancelMeeting } from "@/lib/meetings/commands/cancel-meeting";
import { offerSlot } from "@/lib/meetings/commands/offer-slot";
import { placeItem } from "@/lib/meetings/commands/place-item";
import { publishAgenda } from "@/lib/meetings/commands/publish-agenda";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { updateOutline } from "@/lib/meetings/commands/update-outline";
import { offerSlotInput, placeItemInput, requestSlotInput, updateOutlineInput } from "@/lib/meetings/schema";
import { must } from "./scene";
import type { Player, Told } from "./stage";

/** What the officers say where a proposal is not ready for the board; where it is, nothing is kept of it. */
const heardAnyway = "Something is still missing, and the board would like to hear it all the same.";

/** When it cannot be, and between which days it should be. */
type Wishes = { constraints?: string; earliestOn?: string; latestOn?: string };

export async function askForTime(
  by: Player,
  { number }: Told,
  minutes: string,
  note: string,
  wishes: Wishes = {},
): Promise<void> {
  must(await requestSlot(by, requestSlotInput.parse({ number, minutes, note, ...wishes })));
}

export async function offerTime(
  by: Player,
  { number }: Told,
  offer: { meeting: string; minutes: string; note: string; unreadyReason?: string },
): Promise<void> {
  const version = await slotVersion(number);
  must(await offerSlot(by, offerSlotInput.parse({ number, version, unreadyReason: heardAnyway, ...offer })));
}

export async function acceptTime(by: Player, { number }: Told): Promise<void> {
  must(await acceptSlot(by, { number, version: await slotVersion(number) }));
}

/** Writes the four parts of what the proposal's presenter will say. */
export async function outline(
  by: Player,
  told: Told,
  parts: { what: string; asked: string; who: string; next: string },
): Promise<void> {
  const { id: itemId, version } = await plannedItem(told);
  must(await updateOutline(by, updateOutlineInput.parse({ itemId, version, ...parts })));
}

/** Places something that was not negotiated, such as the previous minutes. */
export async function place(
  by: Player,
  date: string,
  item: {
    section: string;
    title?: string;
    proposal?: number;
    presentMinutes: number;
    qaMinutes?: number;
    isBreak?: boolean;
  },
): Promise<void> {
  must(await placeItem(by, placeItemInput.parse({ date, unreadyReason: heardAnyway, ...item })));
}

export async function publishTheAgenda(by: Player, date: string): Promise<void> {
  must(await publishAgenda(by, { date, version: await meetingVersion(date) }));
}

export async function cancel(by: Player, date: string, reason: string): Promise<void> {
  must(await cancelMeeting(by, { date, version: await meetingVersion(date), reason }));
}

export async function meetingVersion(date: string): Promise<number> {
  return (await db.meeting.findUniqueOrThrow({ where: { date }, select: { version: true } })).version;
}

function plannedItem({ number }: Told): Promise<{ id: number; version: number }> {
  return db.agendaItem.findFirstOrThrow({
    where: { proposal: { number }, status: "planned" },
    select: { id: true, version: true },
  });
}

async function slotVersion(number: number): Promise<number> {
  const slot = await db.slotRequest.findFirstOrThrow({
    where: { proposal: { number } },
    orderBy: { id: "desc" },
    select: { version: true },
  });
  return slot.version;
}
