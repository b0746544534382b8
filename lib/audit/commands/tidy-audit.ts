import { now } from "../../clock";
import { db } from "../../db/client";
import { env } from "../../env";

const dayMs = 86_400_000;
const sightingDays = 2;

/** Throws away from where things were done, once that is old enough, and what was only there to count days. */
export async function tidyAudit(): Promise<void> {
  const old = new Date(now().getTime() - env().AUDIT_ORIGIN_DAYS * dayMs);
  await db.auditOrigin.deleteMany({ where: { at: { lt: old } } });
  const day = new Date(now().getTime() - sightingDays * dayMs).toISOString().slice(0, 10);
  await db.tokenSighting.deleteMany({ where: { day: { lt: day } } });
}
