import { now } from "../clock";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { whichRegionSql } from "./facts";
import { isStale, onboardingSteps } from "./onboarding-steps";
import { isOperatorOf, type RegionPhase } from "./policy";
import { stillThere, type WorkloadStatus, workloadMachine } from "./workload-machine";
import { mayKeepWorkload, mayTickSteps } from "./workload-policy";

interface ContactRow {
  id: number;
  name: string;
  reach: string;
  confirmedAt: string;
}

interface WorkloadRow {
  id: number;
  name: string;
  url: string | null;
  note: string;
  needs: string;
  goesTo: string;
  status: WorkloadStatus;
  version: number;
  addedById: number;
  region: { key: string; name: string; phase: RegionPhase; operatorsId: number };
  sig: { id: number; handle: string; name: string } | null;
  project: string | null;
  steps: string[];
  contacts: ContactRow[];
}

export interface ContactShown extends Omit<ContactRow, "reach"> {
  /** Only for those who look after the workload. */
  reach: string | null;
  isStale: boolean;
}

export interface WorkloadShown
  extends Omit<WorkloadRow, "region" | "sig" | "project" | "addedById" | "steps" | "contacts"> {
  region: { key: string; name: string };
  tenant: { name: string; sig: string | null };
  steps: { key: string; label: string; isDone: boolean }[];
  contacts: ContactShown[];
  moves: AllowedMove[];
  mayEdit: boolean;
  mayTick: boolean;
}

const mostWorkloads = 100;

/** Workloads that a condition on the row z chooses, as JSON: running ones first, then those that come, then the rest. */
export function workloadsJson(condition: Prisma.Sql, most = mostWorkloads): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(y."shown" ORDER BY y."place", y."name"), '[]') FROM (
    SELECT z."name", array_position(ARRAY['running', 'leaving', 'onboarding', 'planned'], z."status"::text) AS "place",
      json_build_object('id', z."id", 'name', z."name", 'url', z."url", 'note', z."note", 'needs', z."needs",
        'goesTo', z."goesTo", 'status', z."status", 'version', z."version", 'addedById', z."addedById",
        'region', json_build_object('key', zr."key", 'name', zr."name", 'phase', zr."phase", 'operatorsId', zr."operatorsId"),
        'sig', CASE WHEN zs."id" IS NOT NULL THEN json_build_object('id', zs."id", 'handle', zs."handle", 'name', zs."name") END,
        'project', z."project",
        'steps', (SELECT coalesce(json_agg(zt."step"), '[]') FROM "WorkloadStep" zt WHERE zt."workloadId" = z."id"),
        'contacts', (SELECT coalesce(json_agg(json_build_object('id', zc."id", 'name', zc."name", 'reach', zc."reach",
            'confirmedAt', zc."confirmedAt") ORDER BY zc."id"), '[]')
          FROM "WorkloadContact" zc WHERE zc."workloadId" = z."id")) AS "shown"
    FROM "Workload" z JOIN "Region" zr ON zr."id" = z."regionId" LEFT JOIN "Body" zs ON zs."id" = z."sigId"
    WHERE ${condition} ORDER BY "place" NULLS LAST, z."name" LIMIT ${most}) y)`;
}

/** With what this reader may do about each. */
export function workloadsShown(actor: Actor, rows: readonly WorkloadRow[]): WorkloadShown[] {
  return rows.map(({ region, sig, project, addedById, steps, contacts, ...row }) => {
    const { operatorsId, phase, ...shownRegion } = region;
    const place = { sigId: sig?.id ?? null, operatorsId, addedById };
    const mayEdit = mayKeepWorkload(actor, place);
    const facts = { ...place, status: row.status, phase, stepsDone: steps, contacts: contacts.length };
    return {
      ...row,
      region: shownRegion,
      tenant: { name: sig?.name ?? project ?? "", sig: sig?.handle ?? null },
      steps: onboardingSteps.map((step) => ({ ...step, isDone: steps.includes(step.key) })),
      contacts: contacts.map((contact) => ({
        ...contact,
        reach: mayEdit ? contact.reach : null,
        isStale: isStale(new Date(contact.confirmedAt), now()),
      })),
      moves: allowedMoves(workloadMachine, actor, facts),
      mayEdit,
      mayTick: mayTickSteps(actor, place) && (row.status === "planned" || row.status === "onboarding"),
    };
  });
}

export type { WorkloadRow };

export interface RegionWorkloads {
  region: { key: string; name: string; phase: RegionPhase };
  workloads: WorkloadShown[];
  /** Those who still hold something of the region: the list for a sunset. */
  stillThere: WorkloadShown[];
  mayAddProject: boolean;
}

const mostOfRegion = 1_000;

/** Everything that runs on a region, ran, or is meant to, in one query; null where there is no such region. */
export async function findRegionWorkloads(actor: Actor, key: string): Promise<RegionWorkloads | null> {
  const [row] = await readRows<{
    key: string;
    name: string;
    phase: RegionPhase;
    operatorsId: number;
    workloads: WorkloadRow[];
  }>(Prisma.sql`
    SELECT r."key", r."name", r."phase", r."operatorsId",
      ${workloadsJson(Prisma.sql`z."regionId" = r."id"`, mostOfRegion)} AS "workloads"
    FROM "Region" r ${whichRegionSql(key)}`);
  if (!row) return null;
  const { operatorsId, workloads, ...region } = row;
  const shown = workloadsShown(actor, workloads);
  return {
    region,
    workloads: shown,
    stillThere: shown.filter(({ status }) => stillThere.includes(status)),
    mayAddProject: isOperatorOf(actor, { operatorsId }),
  };
}
