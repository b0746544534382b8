import { Disclosure } from "@/components/ui/disclosure";
import { unprovenCriteria } from "@/lib/region/capability-facts";
import type { CapabilityShown } from "@/lib/region/queries";
import { EvidenceLines } from "./evidence-lines";
import { StateBadge } from "./state-badge";
import { TicketLines, ticketCount } from "./ticket-lines";

/** Of its tickets; the capability's own page shows more. */
const mostInList = 8;

interface Props {
  region: string;
  capabilities: readonly CapabilityShown[];
}

/** The capabilities in the order in which they can be built, each with why it stands where it stands. */
export function CapabilityList({ region, capabilities }: Props) {
  return (
    <ol className="caps" data-list>
      {capabilities.map((capability) => (
        <Capability key={capability.key} region={region} capability={capability} />
      ))}
    </ol>
  );
}

function Capability({ region, capability }: { region: string; capability: CapabilityShown }) {
  const { key, name, state, because, purpose, tickets } = capability;
  return (
    <li id={`capability-${key}`}>
      <div className="cap-head">
        <h3>
          <a className="cap-name" href={`/region/${region}/${key}`}>
            {name}
          </a>
        </h3>
        <StateBadge state={state} />
      </div>
      <p className="line-text">{purpose}</p>
      <p className="cap-because">{because}</p>
      <Disclosure summary={`${ticketCount(capability)}, ${proofCount(capability)}`}>
        {tickets.length > 0 && (
          <TicketLines tickets={tickets} most={mostInList} all={`/region/${region}/${key}`} />
        )}
        <EvidenceLines capability={capability} />
      </Disclosure>
      <Deeds region={region} capability={capability} />
    </li>
  );
}

function Deeds({ region, capability }: { region: string; capability: CapabilityShown }) {
  const { key, name, evidence, maySubmit } = capability;
  const toJudge = evidence.filter(({ moves }) => moves.length > 0).length;
  const isProven = unprovenCriteria(capability).length === 0;
  if (toJudge === 0 && (!maySubmit || isProven)) return null;
  return (
    <p className="cap-deeds">
      {toJudge > 0 && (
        <a href={`/region/${region}/${key}#evidence`}>
          Judge {toJudge === 1 ? "the evidence" : `${toJudge} pieces of evidence`} for {name}
        </a>
      )}
      {maySubmit && !isProven && (
        <a href={`/region/${region}/${key}#give-evidence`}>Give evidence for {name}</a>
      )}
    </p>
  );
}

/** "1 of 2 criteria proven". */
export function proofCount(capability: Pick<CapabilityShown, "criteria" | "evidence">): string {
  const { length } = capability.criteria;
  const proven = length - unprovenCriteria(capability).length;
  return `${proven} of ${length} ${length === 1 ? "criterion" : "criteria"} proven`;
}
