import { html, type SafeHtml } from "@/components/ui/html";
import { timeHtml } from "@/components/ui/time-html";
import { statusBadgeHtml } from "@/components/workflow/status-badge-html";
import type { IncidentLine } from "@/lib/region/incident-queries";
import { incidentStages, incidentStatusLabels, severityLabels } from "@/lib/region/incident-ui-text";

interface Props {
  region: string;
  incidents: readonly IncidentLine[];
}

/** Incidents with how bad they are, what they affect and how long; one string, for lists of hundreds. */
export function IncidentLines({ region, incidents }: Props) {
  const inside = { __html: html`${incidents.map((each) => lineHtml(region, each))}`.text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <ul className="lines incidents" data-list dangerouslySetInnerHTML={inside} />;
}

function lineHtml(region: string, incident: IncidentLine): SafeHtml {
  const { number, title, severity, status, affected, startedAt, resolvedAt } = incident;
  const badge = { status, label: incidentStatusLabels[status], stage: incidentStages[status] };
  const names = affected.map(
    ({ key, name }, place) => html`${place > 0 && ", "}<a href="/region/${region}/${key}">${name}</a>`,
  );
  const end = resolvedAt && html` to ${timeHtml(resolvedAt)} (${durationText(startedAt, resolvedAt)})`;
  return html`<li><a class="line-title" href="/region/${region}/incidents/${number}"><span class="no">${number}</span> <span dir="auto">${title}</span></a> ${statusBadgeHtml(badge)}<p class="line-facts">${severityLabels[severity]} · ${timeHtml(startedAt)}${end} · ${names}</p></li>`;
}

/** "2 h 5 min", "3 d 4 h". */
export function durationText(from: string, to: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
