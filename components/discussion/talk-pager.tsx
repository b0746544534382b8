import type { TimelinePart } from "@/lib/discussion/talk-queries";

/** Where one stands in a long discussion, and the ways through it. Nothing where all of it is shown. */
export function TalkPager({ part, label }: { part: TimelinePart; label: string }) {
  const { older, newer, place } = part;
  if (older === undefined && newer === undefined) return null;
  return (
    <nav className="talk-pager" aria-label={label}>
      {place && (
        <p>
          Comments {place.from.toLocaleString("en")}–{place.to.toLocaleString("en")} of{" "}
          {place.of.toLocaleString("en")}
        </p>
      )}
      {older !== undefined && (
        <>
          <a href="?part=first#discussion">First</a>
          <a href={`?before=${older}#discussion`} rel="prev">
            Older
          </a>
        </>
      )}
      {newer !== undefined && newer !== 0 && (
        <a href={`?before=${newer}#discussion`} rel="next">
          Newer
        </a>
      )}
      {newer !== undefined && <a href="?part=newest#discussion">Newest</a>}
    </nav>
  );
}
