import { dayInWords } from "../calendar-date";
import { minutesInWords, overWords, type Timed } from "./capacity";
import type { SlotShown } from "./slot-queries";

/** "10 + 10 minutes", "15 minutes". */
export function slotMinutes({ presentMinutes, qaMinutes }: Timed): string {
  return qaMinutes > 0 ? `${presentMinutes} + ${qaMinutes} minutes` : minutesInWords(presentMinutes);
}

/** Where a negotiation stands, in a sentence: "The secretary offers 10 + 10 minutes on Wednesday 13 October 2021, 20:00 UTC." */
export function slotInWords(slot: SlotShown): string {
  const { offer, status, requestedBy } = slot;
  const terms = offer && `${slotMinutes(offer)} on ${offer.when}`;
  switch (status) {
    case "requested":
      return `${requestedBy} asks for ${slotMinutes(slot)}${window(slot)}. The secretary has not answered yet.`;
    case "offered":
      return `${offer?.as ? `The ${offer.as}` : (offer?.by ?? "An officer")} offers ${terms}.`;
    case "countered":
      return `${offer?.by ?? requestedBy} would rather have ${terms}.`;
    case "accepted":
      return terms ? `Agreed: ${terms}.` : "A slot was agreed.";
    case "declined":
      return `The request for ${slotMinutes(slot)} was declined.`;
    case "withdrawn":
      return `The request for ${slotMinutes(slot)} was withdrawn.`;
    case "expired":
      return `The request for ${slotMinutes(slot)} expired without an answer; time can be asked for again.`;
  }
}

/** Says that the agenda is too long with what lies on the table, and why it was offered all the same. */
export function overInWords({ offer }: SlotShown): string | undefined {
  if (!offer || offer.overMinutes === 0) return undefined;
  const reason = offer.overrideReason ? ` It was offered all the same: ${offer.overrideReason}` : "";
  return `With it the agenda is ${overWords(offer.overMinutes)}.${reason}`;
}

function window({ earliestOn, latestOn }: SlotShown): string {
  if (earliestOn && latestOn) return `, between ${dayInWords(earliestOn)} and ${dayInWords(latestOn)}`;
  if (earliestOn) return `, not before ${dayInWords(earliestOn)}`;
  return latestOn ? `, not after ${dayInWords(latestOn)}` : "";
}
