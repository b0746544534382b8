import type { Tx } from "../db/transaction";
import { lockProposal } from "../discussion/facts";
import { done, notFound, type Result } from "../result";
import type { Actor } from "../workflow/actor";
import type { EndorsementFacts } from "./endorsement-machine";
import { type EndorsementPart, mayBe, type Supported } from "./endorsement-policy";
import { type HeldProposal, holdProposal } from "./facts";

export interface HeldSupport extends HeldProposal {
  supported: Supported;
}

/** The proposal of that number with what its support is weighed on, its row held until the transaction ends. */
export async function holdSupported(tx: Tx, actor: Actor, number: number): Promise<Result<HeldSupport>> {
  const seen = await holdProposal(tx, actor, { number });
  if (!seen) return notFound("proposal");
  await lockProposal(tx, seen.id);
  const held = await holdProposal(tx, actor, { id: seen.id });
  if (!held) return notFound("proposal");
  const { sigId } = await tx.proposal.findUniqueOrThrow({ where: { id: held.id }, select: { sigId: true } });
  const { status, authorId, coAuthorIds, imported } = held.facts;
  const { visibility } = held;
  return done({ ...held, supported: { status, visibility, authorId, coAuthorIds, imported, sigId } });
}

export interface HeldEndorsement {
  id: number;
  version: number;
  part: EndorsementPart;
  person: string;
  facts: EndorsementFacts;
}

/** One endorsement of the proposal, with the facts for its moves by this actor. */
export async function holdEndorsement(
  tx: Tx,
  actor: Actor,
  { id, proposal }: { id: number; proposal: HeldSupport },
): Promise<Result<HeldEndorsement>> {
  const row = await tx.endorsement.findFirst({
    where: { id, proposalId: proposal.id },
    select: {
      version: true,
      part: true,
      status: true,
      personId: true,
      askedById: true,
      person: { select: { name: true } },
    },
  });
  if (!row) return notFound("endorsement");
  const { version, part, status, personId, askedById, person } = row;
  const facts = endorsementFacts(actor, { status, part, personId, askedById, proposal: proposal.supported });
  return done({ id, version, part, person: person.name, facts });
}

/** Whether the person may play the part is asked of who would confirm: themself. */
export function endorsementFacts(
  actor: Actor,
  { part, ...facts }: Omit<EndorsementFacts, "whyNot"> & { part: EndorsementPart },
): EndorsementFacts {
  if (actor.kind !== "person" || actor.personId !== facts.personId) return facts;
  const allowed = mayBe(part, actor, facts.proposal);
  return allowed.ok ? facts : { ...facts, whyNot: allowed.refusal.message };
}
