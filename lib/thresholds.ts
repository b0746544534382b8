import { env } from "./env";

export interface Threshold {
  setting: string;
  value: number;
  unit: "hours" | "days" | "minutes";
  says: string;
}

/** The clocks that settings move, as administrators read them. */
export function thresholds(): Threshold[] {
  const set = env();
  return [
    threshold("SPLIT_OVERDUE_DAYS", "days", "A decided proposal without tickets is shown as overdue after"),
    threshold("SLOT_EXPIRY_DAYS", "days", "An offer of time that nobody answers expires after"),
    threshold("INFORMATION_HOURS", "hours", "What the board has to know is out before the meeting by"),
    threshold("AGENDA_NOTICE_HOURS", "hours", "The agenda is published before the meeting by"),
    threshold("MINUTES_DUE_HOURS", "hours", "Minutes are due after a meeting within"),
  ];

  function threshold(setting: keyof typeof set & string, unit: Threshold["unit"], says: string): Threshold {
    return { setting, unit, says, value: Number(set[setting]) };
  }
}
