import { html, type SafeHtml } from "@/components/ui/html";
import { timeHtml } from "@/components/ui/time-html";
import type { TimelineKind } from "@/lib/region/timeline-kinds";
import type { TimelineEntryShown } from "@/lib/region/timeline-queries";

/** Each kind by its word as well as by its hue. */
const words: Readonly<Record<TimelineKind, string>> = {
  decision: "Decision",
  phase: "Phase",
  ticket: "Ticket",
  evidence: "Evidence",
  incident: "Incident",
  capability: "Capability",
};

/** What happened, newest first, month by month; one string (docs/adr/007-lists-as-html.md). */
export function TimelineLines({ entries }: { entries: readonly TimelineEntryShown[] }) {
  const inside = { __html: html`${monthsOf(entries).map(monthHtml)}`.text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <div className="region-time" dangerouslySetInnerHTML={inside} />;
}

interface Month {
  name: string;
  entries: TimelineEntryShown[];
}

function monthsOf(entries: readonly TimelineEntryShown[]): Month[] {
  const months: Month[] = [];
  for (const entry of entries) {
    const name = monthName.format(new Date(entry.at));
    const last = months.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else months.push({ name, entries: [entry] });
  }
  return months;
}

const monthName = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });

function monthHtml({ name, entries }: Month): SafeHtml {
  return html`<h3 class="region-month">${name}</h3><ol class="hist">${entries.map(entryHtml)}</ol>`;
}

function entryHtml({ at, kind, who, sentence, why, href }: TimelineEntryShown): SafeHtml {
  const said = href ? html`<a href="${href}">${sentence}</a>` : sentence;
  return html`<li class="k-${kind}">${timeHtml(at)}<p><span class="kind">${words[kind]}</span> <b>${who}</b> ${said}${why && html`<q dir="auto">${why}</q>`}</p></li>`;
}
