import { movedOn } from "@/lib/proposals/moved-on";
import { html, type SafeHtml } from "../ui/html";
import type { MovedOnProps } from "./moved-on";

/** What <MovedOn> shows, for lists that are written as one string. */
export function movedOnHtml({ proposal, spoke, current }: MovedOnProps): SafeHtml | null {
  const moved = movedOn(proposal, spoke, current);
  return moved && html`<p class="moved-on">${moved.text} <a href="${moved.href}">${moved.link}</a></p>`;
}
