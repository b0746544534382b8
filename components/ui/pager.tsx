import { Icon } from "./icon";

/** Ways through a list that is read by key, not by page number. */
export function Pager({ newerHref, olderHref }: { newerHref?: string; olderHref?: string }) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav className="pager" aria-label="More of this list">
      {newerHref && (
        <a href={newerHref} rel="prev">
          <Icon name="arrow-left" />
          Newer
        </a>
      )}
      {olderHref && (
        <a href={olderHref} rel="next">
          Older
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
