import type { Debt } from "@/lib/discussion/debt-queries";
import { capital } from "@/lib/discussion/ui-text";

interface Props {
  /** The proposal's number. */
  number: number;
  debts: readonly Debt[];
}

/** Who owes answers on a proposal, and how many. */
export function DebtsSide({ number, debts }: Props) {
  if (debts.length === 0) return null;
  return (
    <section>
      <h2>
        <a href={`/proposals/${number}/questions?show=open`}>Answers owed</a>
      </h2>
      <ul className="side-lines">
        {debts.map(({ of, count }) => (
          <li key={`${of.kind} ${of.handle}`}>
            {of.kind === "person" ? <a href={`/people/${of.handle}`}>{of.name}</a> : capital(of.name)} (
            {count})
          </li>
        ))}
      </ul>
    </section>
  );
}
