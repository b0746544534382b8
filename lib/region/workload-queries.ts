import { Prisma } from "../db/client";
import type { Actor } from "../workflow/actor";
import { type AllowedMove, allowedMoves } from "../workflow/machine";
import { type WorkloadStatus, workloadMachine } from "./workload-machine";
import { mayKeepWorkload } from "./workload-policy";

interface WorkloadRow {
  id: number;
  name: string;
  url: string | null;
  note: string;
  status: WorkloadStatus;
  version: number;
  region: { key: string; name: string; operatorsId: number };
  sig: { id: number; handle: string; name: string };
}

export interface WorkloadShown extends Omit<WorkloadRow, "region" | "sig"> {
  region: { key: string; name: string };
  sig: { handle: string; name: string };
  moves: AllowedMove[];
  mayEdit: boolean;
}

const mostWorkloads = 100;

/** Workloads that a condition on the row z chooses, as JSON: running ones first, then planned, then ended. */
export function workloadsJson(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(y."shown" ORDER BY y."place", y."name"), '[]') FROM (
    SELECT z."name", CASE z."status" WHEN 'running' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END AS "place",
      json_build_object('id', z."id", 'name', z."name", 'url', z."url", 'note', z."note", 'status', z."status",
        'version', z."version",
        'region', json_build_object('key', zr."key", 'name', zr."name", 'operatorsId', zr."operatorsId"),
        'sig', json_build_object('id', zs."id", 'handle', zs."handle", 'name', zs."name")) AS "shown"
    FROM "Workload" z JOIN "Region" zr ON zr."id" = z."regionId" JOIN "Body" zs ON zs."id" = z."sigId"
    WHERE ${condition} ORDER BY "place", z."name" LIMIT ${mostWorkloads}) y)`;
}

/** With what this reader may do about each. */
export function workloadsShown(actor: Actor, rows: readonly WorkloadRow[]): WorkloadShown[] {
  return rows.map(({ region, sig, ...row }) => {
    const { operatorsId, ...shownRegion } = region;
    const { id: sigId, ...shownSig } = sig;
    const facts = { status: row.status, sigId, operatorsId };
    return {
      ...row,
      region: shownRegion,
      sig: shownSig,
      moves: allowedMoves(workloadMachine, actor, facts),
      mayEdit: mayKeepWorkload(actor, facts),
    };
  });
}

export type { WorkloadRow };
