import { type Tx, transact } from "../db/transaction";
import { done, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { applyStep, type StepDetails } from "../workflow/apply-step";
import { decide } from "../workflow/machine";
import { type HeldEndorsement, type HeldSupport, holdEndorsement, holdSupported } from "./endorsement-facts";
import { type EndorsementFacts, type EndorsementMove, endorsementMachine } from "./endorsement-machine";

interface Target {
  number: number;
  endorsement: number;
  /** The one that the person saw. */
  version: number;
}

export const signInToSupport = refuse("signed_out", "Sign in to stand behind a proposal.");

/** What a move writes beside the status. */
export type SupportDetails = Pick<StepDetails, "set" | "reason">;

interface Deed {
  name: (facts: EndorsementFacts) => Result<EndorsementMove>;
  details: (proposal: HeldSupport) => SupportDetails;
}

/** Makes one move of an endorsement, weighed and written under the proposal's lock. */
export async function moveEndorsement(
  actor: Actor,
  target: Target,
  deed: Deed,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return signInToSupport;
  return transact(async (tx) => {
    const held = await holdSupported(tx, actor, target.number);
    if (!held.ok) return held;
    const proposal = held.value;
    const found = await holdEndorsement(tx, actor, { id: target.endorsement, proposal });
    if (!found.ok) return found;
    const name = deed.name(found.value.facts);
    if (!name.ok) return name;
    const endorsement = { ...found.value, version: target.version };
    const moved = await writeMove(tx, actor, {
      proposal,
      endorsement,
      move: name.value,
      details: deed.details(proposal),
    });
    return moved.ok ? done({ number: proposal.number }) : moved;
  });
}

interface Writing {
  proposal: HeldSupport;
  endorsement: HeldEndorsement;
  move: EndorsementMove;
  details: SupportDetails;
}

export async function writeMove(
  tx: Tx,
  actor: Actor,
  { proposal, endorsement, move, details }: Writing,
): Promise<Result<bigint>> {
  const { id, version, part, person, facts } = endorsement;
  const step = decide(endorsementMachine, move, actor, facts);
  if (!step.ok) return step;
  return applyStep(
    tx,
    step.value,
    { id, version },
    {
      ...details,
      proposalId: proposal.id,
      executive: proposal.visibility === "executive",
      data: {
        part,
        person,
        personId: facts.personId,
        askedById: facts.askedById,
        ...(move === "confirm" && { revision: proposal.revision }),
      },
    },
  );
}
