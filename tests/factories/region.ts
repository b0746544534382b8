import { db } from "@/lib/db/client";
import { moveOnboardingInput } from "@/lib/region/capability-schema";
import { judgeEvidence } from "@/lib/region/commands/judge-evidence";
import { linkTicket } from "@/lib/region/commands/link-ticket";
import { moveOnboarding } from "@/lib/region/commands/move-onboarding";
import { moveRegion } from "@/lib/region/commands/move-region";
import { openRegion } from "@/lib/region/commands/open-region";
import { submitEvidence } from "@/lib/region/commands/submit-evidence";
import { judgeEvidenceInput, submitEvidenceInput } from "@/lib/region/evidence-schema";
import type { RegionMove } from "@/lib/region/policy";
import { linkTicketInput, moveRegionInput, openRegionInput } from "@/lib/region/schema";
import { capabilityTemplate } from "@/lib/region/template";
import { aBody, aPerson, type Person } from "./people";
import { expectDone } from "./proposals";

export interface MadeRegion {
  key: string;
  chair: Person;
  /** A SIG's chair, who gives evidence. */
  sig: Person;
  infra: Person;
  /** Two operators of the region: one cannot judge what they gave themselves. */
  operator: Person;
  other: Person;
}

let regions = 0;

/** A region as it was opened, with the people around it. */
export async function aRegion(): Promise<MadeRegion> {
  regions += 1;
  const key = `region-${regions}`;
  const operators = `operators-${regions}`;
  await aBody({ handle: operators, kind: "operators" });
  const chair = await aPerson({ roles: [{ role: "chair", body: "board" }] });
  expectDone(await openRegion(chair, openRegionInput.parse({ key, name: `Region ${regions}`, operators })));
  const sig = await aPerson({ roles: [{ role: "sig_chair", body: "sig-cloud" }] });
  const infra = await aPerson({ roles: [{ role: "infra", body: "infra" }] });
  const operating = { roles: [{ role: "operator" as const, body: operators }] };
  return { key, chair, sig, infra, operator: await aPerson(operating), other: await aPerson(operating) };
}

/** Evidence for a criterion of a capability, the first one unless told; gives its id. */
export async function given(
  by: Person,
  region: string,
  capability: string,
  criterion = criteriaOf(capability)[0],
): Promise<number> {
  const note = "Seen with our own eyes.";
  const input = submitEvidenceInput.parse({ region, capability, criterion, note });
  return expectDone(await submitEvidence(by, input)).evidenceId;
}

/** Judges as somebody who looks at the evidence now. */
export async function judged(by: Person, evidenceId: number, verdict: "accept" | "refuse" = "accept") {
  const { version } = await db.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  const reason = verdict === "refuse" ? "The log is missing." : "";
  return judgeEvidence(by, judgeEvidenceInput.parse({ evidenceId, version, verdict, reason }));
}

/** Gives and accepts evidence for every criterion of a capability. */
export async function proven({ key, sig, operator }: MadeRegion, capability: string): Promise<void> {
  for (const criterion of criteriaOf(capability)) {
    expectDone(await judged(operator, await given(sig, key, capability, criterion)));
  }
}

export async function linked(by: Person, region: string, capability: string, ticket: number): Promise<void> {
  expectDone(await linkTicket(by, linkTicketInput.parse({ region, capability, ticket })));
}

/** Makes a move as somebody who looks at the region now. */
export async function movesRegion(by: Person, region: string, move: RegionMove) {
  const { version } = await db.region.findUniqueOrThrow({ where: { key: region } });
  return moveRegion(by, moveRegionInput.parse({ region, version, move, reason: "The board said so." }));
}

/** Opens or closes the onboarding as somebody who looks at the region now. */
export async function movesOnboarding(by: Person, region: string, move: "open" | "close" = "open") {
  const { version } = await db.region.findUniqueOrThrow({ where: { key: region } });
  const url = move === "open" ? "https://tenants.example.org/ask" : "";
  return moveOnboarding(
    by,
    moveOnboardingInput.parse({ region, version, move, url, reason: "As we agreed." }),
  );
}

export function criteriaOf(capability: string): readonly string[] {
  const found = capabilityTemplate.find(({ key }) => key === capability);
  if (!found) throw new Error(`the template has no ${capability}`);
  return found.acceptance;
}
