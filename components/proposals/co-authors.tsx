import type { ProposalHead } from "@/lib/proposals/queries";

/** Who writes with the requester, by name. */
export function CoAuthors({ head }: { head: Pick<ProposalHead, "number" | "coAuthors"> }) {
  return (
    <>
      {head.coAuthors.map((person, place) => (
        <span key={person.id}>
          {place > 0 && ", "}
          <a href={`/people/${person.handle}`}>{person.name}</a>
        </span>
      ))}{" "}
      (<a href={`/proposals/${head.number}/authors`}>who writes it</a>)
    </>
  );
}
