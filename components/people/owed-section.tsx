import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Owed } from "@/lib/people/owed-text";

interface Props {
  owed: readonly Owed[];
  /** The reader's own page. */
  isOwn: boolean;
}

/** What waits for somebody: for themself, and for who looks after their body when they leave. */
export function OwedSection({ owed, isOwn }: Props) {
  return (
    <Section title={isOwn ? "What you owe" : "What they owe"} id="owed" aside={owed.length || undefined}>
      {owed.length > 0 ? (
        <>
          <p className="hint">
            {isOwn
              ? "Seen by you, by administrators, the board's officers and who looks after a body of yours."
              : "Seen by them, by administrators, the board's officers and who looks after a body of theirs."}
          </p>
          <ul className="lines">
            {owed.map(({ kind, sentence, href }) => (
              <li key={`${kind} ${href} ${sentence}`}>
                <a className="line-title" href={href}>
                  <span dir="auto">{sentence}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <EmptyState title={isOwn ? "Nothing waits for you." : "Nothing waits for them."} />
      )}
    </Section>
  );
}
