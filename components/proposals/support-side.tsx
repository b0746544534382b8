import { Badge } from "@/components/ui/badge";
import type { EndorsementSide } from "@/lib/proposals/endorsement-queries";
import { endorsementLabels, endorsementStages } from "@/lib/proposals/endorsement-text";
import { movedOn } from "@/lib/proposals/moved-on";
import type { RelationSide } from "@/lib/proposals/relation-queries";
import { RelatedProposal } from "./related-proposal";

interface Props {
  number: number;
  /** The proposal's present revision. */
  revision: number;
  endorsements: readonly EndorsementSide[];
  relations: readonly RelationSide[];
}

/** Who stands behind a proposal, and how it stands to others. */
export function SupportSide({ number, revision, endorsements, relations }: Props) {
  const page = `/proposals/${number}`;
  return (
    <>
      <section>
        <h2>
          <a href={`${page}/support`}>Sponsor and endorsements</a>
        </h2>
        {endorsements.length === 0 && <p>Nobody sponsors it yet.</p>}
        {endorsements.length > 0 && (
          <ul className="side-lines">
            {endorsements.map((line) => (
              <li key={`${line.part} ${line.person.handle}`}>
                <Supporter number={number} revision={revision} line={line} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>
          <a href={`${page}/relations`}>Other proposals</a>
        </h2>
        {relations.length === 0 && <p>It stands alone so far.</p>}
        {relations.length > 0 && (
          <ul className="side-lines">
            {relations.map((relation) => (
              <li key={`${relation.kind} ${relation.end} ${relation.number}`}>
                <RelatedProposal relation={relation} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Supporter({ number, revision, line }: { number: number; revision: number; line: EndorsementSide }) {
  const { part, status, person } = line;
  const moved = movedOn(number, line.revision, revision);
  return (
    <>
      {part === "sponsor" ? "Sponsor" : "Endorsed by"}: <a href={`/people/${person.handle}`}>{person.name}</a>
      {status === "asked" && (
        <>
          {" "}
          <Badge stage={endorsementStages.asked}>{endorsementLabels.asked}, not confirmed</Badge>
        </>
      )}
      {status === "confirmed" && !moved && `, for revision ${line.revision}`}
      {moved && (
        <>
          {`, for revision ${line.revision}; `}
          <a href={moved.href}>the text has moved on since</a>
        </>
      )}
    </>
  );
}
