import { Icon } from "./icon";

export interface PagerProps {
  newerHref?: string;
  olderHref?: string;
  /** What the ways are called where the list does not stand by time. */
  newer?: string;
  older?: string;
}

/** Ways through a list that is read by key, not by page number. */
export function Pager({ newerHref, olderHref, newer = "Newer", older = "Older" }: PagerProps) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav className="pager" aria-label="More of this list">
      {newerHref && (
        <a href={newerHref} rel="prev">
          <Icon name="arrow-left" />
          {newer}
        </a>
      )}
      {olderHref && (
        <a href={olderHref} rel="next">
          {older}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
