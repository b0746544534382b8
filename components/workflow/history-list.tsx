import { html, type SafeHtml } from "../ui/html";
import { timeHtml } from "../ui/time-html";

export interface HistoryEntry {
  id: string | number;
  at: Date | string;
  who: string;
  sentence: string;
  why?: string;
}

/** Who did what when, and why: one string of HTML, because fifty of these are sent at once. */
export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const inside = { __html: html`${entries.map(entryHtml)}`.text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <ol className="hist" dangerouslySetInnerHTML={inside} />;
}

function entryHtml({ at, who, sentence, why }: HistoryEntry): SafeHtml {
  return html`<li>${timeHtml(at)}<p><b>${who}</b> ${sentence}${why && html`<q dir="auto">${why}</q>`}</p></li>`;
}
