import { PeopleLinks } from "@/components/people/people-links";
import type { SigLine } from "@/lib/people/sig-queries";

/** SIGs, a line each: who leads it, how many they are, and what is under way. */
export function SigList({ sigs }: { sigs: readonly SigLine[] }) {
  return (
    <ul className="lines" data-list>
      {sigs.map((sig) => (
        <li key={sig.handle}>
          <a className="line-title" href={`/sigs/${sig.handle}`} dir="auto">
            {sig.name}
          </a>
          <p className="line-text">
            Chair: <PeopleLinks people={sig.chairs} none="nobody at the moment" />. Sponsoring director:{" "}
            <PeopleLinks people={sig.sponsor ? [sig.sponsor] : []} none="none yet" />.
          </p>
          <p className="line-facts">{countsOf(sig)}</p>
        </li>
      ))}
    </ul>
  );
}

function countsOf({ members, openProposals, workloads }: SigLine): string {
  return [
    counted(members, "member", "members"),
    counted(openProposals, "open proposal", "open proposals"),
    ...(workloads > 0 ? [counted(workloads, "workload running", "workloads running")] : []),
  ].join(" · ");
}

function counted(count: number, one: string, many: string): string {
  return `${count === 0 ? "no" : count} ${count === 1 ? one : many}`;
}
