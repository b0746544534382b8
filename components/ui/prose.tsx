import { classNames } from "./class-names";

/** Text that a member wrote: HTML which was rendered and sanitized when it was saved (lib owns that), never raw input. */
export function Prose({ html, className }: { html: string; className?: string }) {
  const inside = { __html: html };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized when written; only this shows it
  return <div className={classNames("prose", className)} dir="auto" dangerouslySetInnerHTML={inside} />;
}
