import { Note } from "@/components/ui/note";
import type { StandingConcern } from "@/lib/discussion/concern-text";

/** What stands in the way of approval, said before somebody tries. */
export function ConcernsStanding({ proposal, concerns }: { proposal: number; concerns: StandingConcern[] }) {
  if (concerns.length === 0) return null;
  const page = `/proposals/${proposal}/concerns`;
  return (
    <Note tone="warn" title="The board cannot approve this yet">
      <ul>
        {concerns.map(({ number, opener, text }) => (
          <li key={number}>
            <a href={`${page}#concern-${number}`}>Concern {number}</a> of {opener}:{" "}
            <span dir="auto">{text.length > 200 ? `${text.slice(0, 199)}…` : text}</span>
          </li>
        ))}
      </ul>
      <p>Each has to be resolved or taken back by whoever raised it. Every other outcome is possible.</p>
    </Note>
  );
}
