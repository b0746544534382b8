import { html, type SafeHtml } from "../ui/html";
import type { StatusBadgeProps } from "./status-badge";

/** What <StatusBadge> shows, for lists that are written as one string. */
export function statusBadgeHtml({ status, label, stage }: StatusBadgeProps): SafeHtml {
  return html`<span data-status="${status}"><span class="badge s-${stage}">${label}</span></span>`;
}
