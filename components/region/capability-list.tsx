import { html, type SafeHtml } from "@/components/ui/html";
import { statusBadgeHtml } from "@/components/workflow/status-badge-html";
import { unprovenCriteria } from "@/lib/region/capability-facts";
import type { CapabilityOnList } from "@/lib/region/queries";
import { capabilityStateLabels, capabilityStateStages } from "@/lib/region/ui-text";
import { proofCount, ticketCount } from "./counts";

interface Props {
  region: string;
  capabilities: readonly CapabilityOnList[];
}

/**
 * The capabilities in the order in which they can be built, each with why it stands where it stands; its tickets and its
 * evidence are on its own page. One string: a region may have hundreds (docs/adr/007-lists-as-html.md).
 */
export function CapabilityList({ region, capabilities }: Props) {
  const inside = { __html: html`${capabilities.map((each) => lineHtml(region, each))}`.text };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it
  return <ol className="caps" data-list dangerouslySetInnerHTML={inside} />;
}

function lineHtml(region: string, capability: CapabilityOnList): SafeHtml {
  const { key, name, state, because, required } = capability;
  const badge = { status: state, label: capabilityStateLabels[state], stage: capabilityStateStages[state] };
  const counts = `${ticketCount(capability)}, ${proofCount(capability)}`;
  return html`<li id="capability-${key}"><div class="cap-head"><h3><a class="cap-name" dir="auto" href="/region/${region}/${key}">${name}</a></h3>${statusBadgeHtml(badge)}</div><p class="cap-because">${because}</p><p class="meta">${counts}${!required && " · not required"}</p>${deedsHtml(region, capability)}</li>`;
}

function deedsHtml(region: string, capability: CapabilityOnList): SafeHtml | false {
  const { key, name, toJudge, maySubmit } = capability;
  const isProven = unprovenCriteria(capability).length === 0;
  const page = `/region/${region}/${key}`;
  if (toJudge === 0 && (!maySubmit || isProven)) return false;
  const what = toJudge === 1 ? "the evidence" : `${toJudge} pieces of evidence`;
  const judge = toJudge > 0 && html`<a href="${page}#evidence">Judge ${what} for ${name}</a>`;
  const give = maySubmit && !isProven && html`<a href="${page}#give-evidence">Give evidence for ${name}</a>`;
  return html`<p class="cap-deeds">${judge}${give}</p>`;
}
