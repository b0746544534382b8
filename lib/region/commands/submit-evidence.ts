import type { z } from "zod";
import { isoDate } from "../../calendar-date";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { checkFile } from "../../materials/file-check";
import { type NewFile, withFile, writeAttachment } from "../../materials/store-file";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { maySubmitEvidence } from "../evidence-policy";
import { roomForEvidence } from "../evidence-room";
import type { submitEvidenceInput } from "../evidence-schema";
import { type HeldCapability, hasAskedFor, holdCapability } from "../facts";

type Input = z.output<typeof submitEvidenceInput>;
type Given = Result<{ evidenceId: number; region: string; capability: string }>;
type Person = Extract<Actor, { kind: "person" }>;

/**
 * Gives evidence for one criterion of a capability: a link, a file, a pasted output, a note, or several of them. It
 * counts once somebody else accepts it, and until its last day where it has one.
 */
export async function submitEvidence(
  actor: Actor,
  input: Input,
  upload: { name: string; bytes: Uint8Array } | null = null,
): Promise<Given> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to give evidence.");
  if (!upload) return transact((tx) => submit(tx, actor, input, null));
  const checked = await checkFile(upload);
  return checked.ok ? withFile(checked.value, (tx, file) => submit(tx, actor, input, file)) : checked;
}

async function submit(tx: Tx, actor: Person, input: Input, file: NewFile | null): Promise<Given> {
  const capability = await holdCapability(tx, input);
  if (!capability) return notFound("capability");
  const { region } = capability;
  const hasAsked = await hasAskedFor(tx, actor, capability);
  if (!maySubmitEvidence(actor, { operatorsId: region.operatorsId, hasAsked })) return notTheirs;
  if (!capability.criteria.includes(input.criterion)) return unknownCriterion(capability.name);
  if (input.validUntil !== null && input.validUntil < isoDate(now())) return alreadyOver(input.validUntil);
  const room = await roomForEvidence(tx, capability.id, file);
  if (!room.ok) return room;
  if (file) await writeAttachment(tx, file, { regionId: region.id, uploaderId: actor.personId });
  const id = await write(tx, actor, { capability, input, file });
  return done({ evidenceId: id, region: region.key, capability: capability.key });
}

async function write(
  tx: Tx,
  actor: Person,
  { capability, input, file }: { capability: HeldCapability; input: Input; file: NewFile | null },
): Promise<number> {
  const { criterion, link, note, output, validUntil } = input;
  const { id } = await tx.evidence.create({
    data: {
      ...{ capabilityId: capability.id, criterion, note, output, validUntil },
      link: link === "" ? null : link,
      attachmentId: file?.id ?? null,
      submittedById: actor.personId,
      createdAt: now(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    type: "evidence.submitted",
    subject: "evidence",
    subjectId: id,
    regionId: capability.region.id,
    data: { capability: capability.name, criterion, ...(validUntil && { validUntil }) },
  });
  return id;
}

const notTheirs = refuse(
  "forbidden",
  "Evidence is given by who asked for the capability’s tickets, the SIGs, the infra team and the region’s operators.",
);

function unknownCriterion(name: string): Result<never> {
  const message = `${name} has no such criterion; choose one of its list.`;
  return refuse("invalid", message, [{ path: "criterion", message }]);
}

function alreadyOver(day: string): Result<never> {
  const message = `${day} is over: evidence that does not count any more helps nobody. Give a later day, or none.`;
  return refuse("invalid", message, [{ path: "validUntil", message }]);
}
