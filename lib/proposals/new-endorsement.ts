import { now } from "../clock";
import type { Tx } from "../db/transaction";
import { type Actor, personIdOf } from "../workflow/actor";
import { record } from "../workflow/events";
import { endorsementFacts, type HeldEndorsement, type HeldSupport } from "./endorsement-facts";
import type { EndorsementPart } from "./endorsement-policy";
import type { KnownPerson } from "./reader-facts";

interface Wanted {
  proposal: HeldSupport;
  part: EndorsementPart;
  person: KnownPerson;
  records: "endorsement.asked" | "endorsement.offered";
}

/** Writes that somebody is asked, or offers themself; an index refuses the second of two for the same part. */
export async function writeEndorsement(
  tx: Tx,
  actor: Actor,
  { proposal, part, person, records }: Wanted,
): Promise<HeldEndorsement> {
  const askedById = personIdOf(actor) ?? person.personId;
  const { id, version } = await tx.endorsement.create({
    data: { proposalId: proposal.id, personId: person.personId, part, askedById, createdAt: now() },
    select: { id: true, version: true },
  });
  await record(tx, actor, {
    type: records,
    subject: "endorsement",
    subjectId: id,
    proposalId: proposal.id,
    executive: proposal.visibility === "executive",
    data: { to: "asked", part, person: person.name, personId: person.personId, askedById },
  });
  const facts = endorsementFacts(actor, {
    status: "asked",
    part,
    personId: person.personId,
    askedById,
    proposal: proposal.supported,
  });
  return { id, version, part, person: person.name, facts };
}
