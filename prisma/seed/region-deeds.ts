import type { z } from "zod";
import { db } from "@/lib/db/client";
import { judgeEvidence } from "@/lib/region/commands/judge-evidence";
import { moveRegion } from "@/lib/region/commands/move-region";
import { openRegion } from "@/lib/region/commands/open-region";
import { submitEvidence } from "@/lib/region/commands/submit-evidence";
import { judgeEvidenceInput, submitEvidenceInput } from "@/lib/region/evidence-schema";
import { moveRegionInput, openRegionInput } from "@/lib/region/schema";
import { must } from "./scene";
import type { Player } from "./stage";

export const region = "stream";

export async function openTheRegion(by: Player): Promise<void> {
  const opened = {
    key: region,
    name: "Stream region",
    parentCloud: "Community cloud",
    osVersion: "10",
    operators: "operators",
  };
  must(await openRegion(by, openRegionInput.parse(opened)));
}

export async function moveTheRegion(
  by: Player,
  move: z.input<typeof moveRegionInput>["move"],
  reason = "",
): Promise<void> {
  const { version } = await db.region.findUniqueOrThrow({
    where: { key: region },
    select: { version: true },
  });
  must(await moveRegion(by, moveRegionInput.parse({ region, version, move, reason })));
}

/** Shows that a criterion holds; the evidence's id. */
export async function show(
  by: Player,
  [capability, criterion]: readonly [capability: string, criterion: string],
  what: { note: string; link?: string; output?: string; validUntil?: string },
): Promise<number> {
  const input = submitEvidenceInput.parse({ region, capability, criterion, ...what });
  return must(await submitEvidence(by, input)).evidenceId;
}

export async function judge(
  by: Player,
  evidenceId: number,
  verdict: "accept" | "refuse",
  reason = "",
): Promise<void> {
  const { version } = await db.evidence.findUniqueOrThrow({
    where: { id: evidenceId },
    select: { version: true },
  });
  must(await judgeEvidence(by, judgeEvidenceInput.parse({ evidenceId, version, verdict, reason })));
}
