import type { LiveState } from "@/lib/meetings/live-view";
import { timeLeft, timeLeftWords, timerOf } from "@/lib/meetings/timer";
import { html } from "../../ui/html";

const phases = { presentation: "Presentation", questions: "Questions" } as const;
const toneWords = { calm: "", amber: "Two minutes or less.", over: "Over time." } as const;

/** The time of the open item, as it stands at an instant of the server's clock; empty where nothing is open. */
export function timerHtml(
  { items, openItemId }: Pick<LiveState, "items" | "openItemId">,
  now: number,
): string {
  const open = items.find(({ id }) => id === openItemId);
  const timer = open && timerOf(open.time);
  if (!timer) return "";
  const { leftMs, tone } = timeLeft(timer, now);
  const minutes = Math.round(timer.allottedMs / 60_000);
  return html`<p class="timer t-${tone}"><span class="timer-phase">${phases[timer.phase]}, ${minutes} min</span> <b>${timeLeftWords(
    leftMs,
  )}</b>${tone !== "calm" && html` <span class="timer-tone">${toneWords[tone]}</span>`}</p>`.text;
}
