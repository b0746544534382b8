import type { LiveItem, LiveState } from "@/lib/meetings/live-view";
import { itemStages, itemStatusLabels } from "@/lib/meetings/ui-text";
import { html, type SafeHtml } from "../../ui/html";
import { statusBadgeHtml } from "../../workflow/status-badge-html";

/** The agenda beside the live item: where the meeting is, and a way to look elsewhere. */
export function agendaHtml(
  { items, placeItemId }: LiveState,
  date: string,
  shownId: number | undefined,
): string {
  return items.map((item) => itemHtml(item, date, { shownId, placeItemId }).text).join("");
}

interface Places {
  shownId: number | undefined;
  placeItemId: number | null;
}

function itemHtml(item: LiveItem, date: string, { shownId, placeItemId }: Places): SafeHtml {
  const { id, place, title, status, executive, time } = item;
  const href = `/meetings/${date}/session?item=${id}`;
  const link = html`<span class="no">${place}</span> ${title}`;
  return html`<li>${
    id === shownId
      ? html`<a href="${href}" aria-current="true" dir="auto">${link}</a>`
      : html`<a href="${href}" dir="auto">${link}</a>`
  }<p class="meta">${statusBadgeHtml({ status, label: itemStatusLabels[status], stage: itemStages[status] })} ${
    time.presentMinutes
  } + ${time.qaMinutes} min${executive && html` <span class="badge s-stopped">Executive</span>`}${
    id === placeItemId && html` <b class="place">The meeting is here</b>`
  }</p></li>`;
}
