import { z } from "zod";
import { findCapability } from "../../region/capability-queries";
import {
  addCapabilityInput,
  changeCapabilityInput,
  describeRegionInput,
  moveOnboardingInput,
  removeCapabilityInput,
} from "../../region/capability-schema";
import { addCapability } from "../../region/commands/add-capability";
import { changeCapability } from "../../region/commands/change-capability";
import { describeRegion } from "../../region/commands/describe-region";
import { judgeEvidence } from "../../region/commands/judge-evidence";
import { linkTicket } from "../../region/commands/link-ticket";
import { moveOnboarding } from "../../region/commands/move-onboarding";
import { moveRegion } from "../../region/commands/move-region";
import { openRegion } from "../../region/commands/open-region";
import { removeCapability } from "../../region/commands/remove-capability";
import { submitEvidence } from "../../region/commands/submit-evidence";
import { unlinkTicket } from "../../region/commands/unlink-ticket";
import { withdrawEvidence } from "../../region/commands/withdraw-evidence";
import { judgeEvidenceInput, submitEvidenceInput, withdrawEvidenceInput } from "../../region/evidence-schema";
import { findRegion } from "../../region/queries";
import { linkTicketInput, moveRegionInput, openRegionInput, regionKey } from "../../region/schema";
import { type TimelineKind, timelineKinds } from "../../region/timeline-kinds";
import { findTimeline } from "../../region/timeline-queries";
import type { Actor } from "../../workflow/actor";
import { capabilityOnList, regionReadiness, regionShown } from "../answers/region";
import { capabilityPage, timelineEntryShown } from "../answers/region-record";
import { listOf, regionPhase } from "../answers/shared";
import { butNever, either } from "../audience";
import {
  everyone,
  evidenceGivers,
  evidenceKeepers,
  infraTeam,
  officers,
  operators,
  regionMovers,
} from "../audiences";
import { fileField } from "../file-field";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";

const evidenceWithFile = submitEvidenceInput.safeExtend({
  file: fileField,
  hasFile: z.literal(true).default(true),
});
const one = z.object({ region: regionKey });
const some = one.extend(paging);
const keyed = { names: { key: "region" } };
const region = z.object({ region: z.string() });
const capability = region.extend({ capability: z.string() });

export const regionsOperations: readonly Operation[] = [
  read(
    "GET /regions",
    "List the regions",
    everyone,
    z.object(paging),
    regions,
    listOf(z.object({ key: z.string(), name: z.string() })),
  ),
  deed("POST /regions", "Open a region", officers, openRegionInput, openRegion, region, { status: 201 }),
  read(
    "GET /regions/{key}",
    "Read a region with its capabilities, readiness and workloads",
    everyone,
    one,
    (actor, { region }) => findRegion(actor, region),
    regionShown,
    keyed,
  ),
  deed(
    "PUT /regions/{key}",
    "Change what is said of a region",
    either(operators, officers),
    describeRegionInput,
    describeRegion,
    region,
    keyed,
  ),
  read(
    "GET /regions/{key}/readiness",
    "Read how ready a region is, and why",
    everyone,
    one,
    async (actor, { region }) => (await findRegion(actor, region))?.readiness,
    regionReadiness,
    keyed,
  ),
  read(
    "GET /regions/{key}/capabilities",
    "List the capabilities of a region with their state",
    everyone,
    some,
    capabilities,
    listOf(capabilityOnList),
    keyed,
  ),
  deed(
    "POST /regions/{key}/capabilities",
    "Add a capability",
    either(operators, officers),
    addCapabilityInput,
    addCapability,
    capability,
    { ...keyed, status: 201 },
  ),
  read(
    "GET /regions/{key}/capabilities/{capability}",
    "Read a capability with its tickets and evidence",
    everyone,
    z.object({ region: regionKey, capability: regionKey }),
    findCapability,
    capabilityPage,
    keyed,
  ),
  deed(
    "PUT /regions/{key}/capabilities/{capability}",
    "Change a capability",
    either(operators, officers),
    changeCapabilityInput,
    changeCapability,
    capability,
    keyed,
  ),
  deed(
    "POST /regions/{key}/capabilities/{capability}/remove",
    "Remove a capability",
    either(operators, officers),
    removeCapabilityInput,
    removeCapability,
    region,
    keyed,
  ),
  deed(
    "POST /regions/{key}/capabilities/{capability}/tickets",
    "Say that a ticket serves a capability",
    either(operators, infraTeam, officers),
    linkTicketInput,
    linkTicket,
    capability.extend({ ticket: z.number() }),
    keyed,
  ),
  deed(
    "DELETE /regions/{key}/capabilities/{capability}/tickets/{ticket}",
    "Say that it does not",
    either(operators, infraTeam, officers),
    linkTicketInput,
    unlinkTicket,
    capability.extend({ ticket: z.number() }),
    keyed,
  ),
  deed(
    "POST /regions/{key}/capabilities/{capability}/evidence",
    "Give evidence that a capability works",
    evidenceGivers,
    submitEvidenceInput,
    giveEvidence,
    capability.extend({ evidenceId: z.number() }),
    { ...keyed, status: 201 },
  ),
  deed(
    "POST /regions/{key}/capabilities/{capability}/evidence/files",
    "Give a file as evidence",
    evidenceGivers,
    evidenceWithFile,
    giveFile,
    capability.extend({ evidenceId: z.number() }),
    { ...keyed, status: 201, mostBytes: 4_900_000 },
  ),
  deed(
    "POST /evidence/{evidenceId}/judge",
    "Accept or refuse evidence",
    butNever(operators, "for what they gave themselves"),
    judgeEvidenceInput,
    judgeEvidence,
    capability.extend({ evidenceId: z.number() }),
  ),
  deed(
    "POST /evidence/{evidenceId}/withdraw",
    "Say that evidence does not hold any more",
    evidenceKeepers,
    withdrawEvidenceInput,
    withdrawEvidence,
    capability.extend({ evidenceId: z.number() }),
  ),
  read(
    "GET /regions/{key}/timeline",
    "Read what led a region to where it is: decisions, phases, evidence, incidents",
    everyone,
    some.extend({ kind: z.enum(timelineKinds).optional() }),
    timeline,
    listOf(timelineEntryShown),
    keyed,
  ),
  deed(
    "POST /regions/{key}/{move}",
    "Make a move of a region: one of those that allowedMoves names",
    regionMovers,
    moveRegionInput,
    moveRegion,
    z.object({ region: z.string(), phase: regionPhase }),
    keyed,
  ),
  deed(
    "POST /regions/{key}/onboarding/{move}",
    "Open or close a region for tenants",
    { open: operators, close: operators },
    moveOnboardingInput,
    moveOnboarding,
    region,
    keyed,
  ),
];

async function regions(actor: Actor, page: { limit: number; cursor: string }) {
  const first = await findRegion(actor);
  const all = first ? [{ key: first.key, name: first.name }, ...first.others] : [];
  return pageOf(all, page, (each) => each.key);
}

type OfRegion = z.output<typeof some>;

async function capabilities(actor: Actor, { region: key, ...page }: OfRegion) {
  const found = await findRegion(actor, key);
  return found && pageOf(found.capabilities, page, (each) => each.key);
}

async function timeline(
  actor: Actor,
  { region: key, cursor, kind }: OfRegion & { kind?: TimelineKind | undefined },
) {
  const found = await findTimeline(actor, { region: key, before: cursor, ...(kind && { kind }) });
  return found && paged({ items: found.entries, nextCursor: found.older });
}

async function giveEvidence(actor: Actor, input: z.output<typeof submitEvidenceInput>) {
  return submitEvidence(actor, { ...input, hasFile: false });
}

async function giveFile(actor: Actor, { file, ...input }: z.output<typeof evidenceWithFile>) {
  return submitEvidence(actor, input, file);
}
