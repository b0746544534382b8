import type { LivePerson, LiveState } from "@/lib/meetings/live-view";
import { quorumSentence } from "@/lib/meetings/quorum";
import { html, type SafeHtml } from "../../ui/html";
import { timeText } from "../../ui/time-text";

const stateLabels = { present: "Present", late: "Late", absent: "Absent", regrets: "Regrets" } as const;

/** Who is there, and whether they are a quorum. */
export function thereHtml({ quorum, attendance }: LiveState): string {
  const reached = quorum.reachedAt !== null && html` Reached at ${clock(quorum.reachedAt)}.`;
  const sentence = quorumSentence(quorum);
  const head = quorum.reached
    ? html`<p>${sentence}${reached}</p>`
    : html`<div class="note n-warn"><p>${sentence}</p></div>`;
  return html`${head}<ul class="there">${attendance.map(personHtml)}</ul>`.text;
}

function personHtml(person: LivePerson): SafeHtml {
  const { name, roles, part, state, left, since } = person;
  const word = left ? "Left" : stateLabels[state];
  return html`<li>${name}${roles.length > 0 && ` (${roles.join(", ")})`} <span class="meta">${word}${
    since !== null && html`, ${clock(since)}`
  }${part === "guest" && ", guest"}</span></li>`;
}

function clock(at: number): SafeHtml {
  const instant = new Date(at);
  return html`<time dateTime="${instant.toISOString()}">${timeText(instant, "time", "UTC", instant)}</time>`;
}
