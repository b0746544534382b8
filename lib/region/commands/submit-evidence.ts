import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { hasAskedFor, holdCapability } from "../facts";
import { maySubmitEvidence } from "../policy";
import type { submitEvidenceInput } from "../schema";

/** Gives evidence for one criterion of a capability: a link, a note, or both. It counts once somebody else accepts it. */
export async function submitEvidence(
  actor: Actor,
  input: z.output<typeof submitEvidenceInput>,
): Promise<Result<{ evidenceId: number; region: string; capability: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to give evidence.");
  return transact(async (tx) => {
    const capability = await holdCapability(tx, input);
    if (!capability) return notFound("capability");
    const { region } = capability;
    const hasAsked = await hasAskedFor(tx, actor, capability);
    if (!maySubmitEvidence(actor, { operatorsId: region.operatorsId, hasAsked })) return notTheirs;
    if (!capability.criteria.includes(input.criterion)) return unknownCriterion(capability.name);
    const { id } = await tx.evidence.create({
      data: {
        capabilityId: capability.id,
        criterion: input.criterion,
        link: input.link === "" ? null : input.link,
        note: input.note,
        submittedById: actor.personId,
        createdAt: now(),
      },
      select: { id: true },
    });
    await record(tx, actor, {
      type: "evidence.submitted",
      subject: "evidence",
      subjectId: id,
      regionId: region.id,
      data: { capability: capability.name, criterion: input.criterion },
    });
    return done({ evidenceId: id, region: region.key, capability: capability.key });
  });
}

const notTheirs = refuse(
  "forbidden",
  "Evidence is given by who asked for the capability’s tickets, the SIGs, the infra team and the region’s operators.",
);

function unknownCriterion(name: string): Result<never> {
  const message = `${name} has no such criterion; choose one of its list.`;
  return refuse("invalid", message, [{ path: "criterion", message }]);
}
