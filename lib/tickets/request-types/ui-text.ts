/** How long one waits before silence is news. */
export function expectedText(days: number): string {
  return `News within ${days === 1 ? "a day" : `${days} days`}`;
}

export const approvalTexts = {
  gated: "The board, by a decision that it approved and published in its minutes; then the infra team.",
  open: "The infra team. No board decision is needed.",
} as const;
