import { writeNotices } from "./commands/write-notices";
import { findToldEvent } from "./queries";
import { noticesOf } from "./tables";

/** Tells the people whom an event concerns. Told again it changes nothing: the outbox delivers at least once. */
export async function tellOfEvent(eventId: bigint): Promise<void> {
  const event = await findToldEvent(eventId);
  if (event) await writeNotices(event, noticesOf(event));
}
