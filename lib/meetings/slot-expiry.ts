const dayMs = 86_400_000;

/** When an offer or a counter-offer expires that nobody answers (SLOT_EXPIRY_DAYS). */
export function slotExpiry(updatedAt: Date, days: number): Date {
  return new Date(updatedAt.getTime() + days * dayMs);
}

/** The instant before which an offer must have been made to have expired by now. */
export function unansweredSince(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMs);
}
