import type { Tx } from "../db/transaction";
import { done, notFound, type Result, refuse } from "../result";
import type { Actor } from "../workflow/actor";
import { type IncidentFacts, mayKeepIncident } from "./incident-policy";

/** An incident as a command holds it. */
export interface HeldIncident {
  id: number;
  number: number;
  title: string;
  summary: string;
  version: number;
  region: { id: number; key: string; operatorsId: number };
  /** What it affects now. */
  affected: { rowId: number; id: number; key: string; name: string }[];
  facts: IncidentFacts;
}

export async function holdIncident(
  tx: Tx,
  { region, incident }: { region: string; incident: number },
): Promise<Result<HeldIncident>> {
  const row = await tx.incident.findFirst({ where: { number: incident, region: { key: region } }, select });
  if (!row) return notFound("incident");
  const { status, severity, leadId, commsId, postMortemUrl, affected, ...held } = row;
  const { operatorsId } = row.region;
  return done({
    ...held,
    affected: affected.map(({ id: rowId, capability }) => ({ rowId, ...capability })),
    facts: { status, severity, leadId, commsId, postMortemUrl, operatorsId },
  });
}

/** The same, for who keeps it. */
export async function holdIncidentToKeep(
  tx: Tx,
  actor: Actor,
  input: { region: string; incident: number },
): Promise<Result<HeldIncident>> {
  const held = await holdIncident(tx, input);
  if (!held.ok || mayKeepIncident(actor, held.value.facts)) return held;
  const message =
    "An incident is kept by the region’s operators, the infra team and who leads it or speaks for it.";
  return refuse("forbidden", message);
}

const select = {
  id: true,
  number: true,
  title: true,
  summary: true,
  version: true,
  status: true,
  severity: true,
  leadId: true,
  commsId: true,
  postMortemUrl: true,
  region: { select: { id: true, key: true, operatorsId: true } },
  affected: {
    where: { until: null },
    select: { id: true, capability: { select: { id: true, key: true, name: true } } },
  },
} as const;

/** Who leads and who speaks, from their handles; empty where nobody does yet. */
export async function findParts(
  tx: Tx,
  { lead, comms }: { lead: string; comms: string },
): Promise<Result<{ leadId: number | null; commsId: number | null }>> {
  const leads = await personOf(tx, "lead", lead);
  if (!leads.ok) return leads;
  const speaks = await personOf(tx, "comms", comms);
  return speaks.ok ? done({ leadId: leads.value, commsId: speaks.value }) : speaks;
}

async function personOf(tx: Tx, path: string, text: string): Promise<Result<number | null>> {
  const handle = text.replace(/^@/, "");
  if (handle === "") return done(null);
  const person = await tx.person.findFirst({
    where: { handle, disabledAt: null, isPlaceholder: false },
    select: { id: true },
  });
  if (person) return done(person.id);
  const message = `Nobody here is called @${handle}. Give a handle such as @wren, or leave it empty.`;
  return refuse("invalid", message, [{ path, message }]);
}

/** The capabilities of these keys. */
export async function findAffected(
  tx: Tx,
  regionId: number,
  keys: readonly string[],
): Promise<Result<{ id: number; key: string; name: string }[]>> {
  const found = await tx.capability.findMany({
    where: { regionId, removedAt: null, key: { in: [...keys] } },
    orderBy: { position: "asc" },
    select: { id: true, key: true, name: true },
  });
  const unknown = keys.filter((key) => !found.some((each) => each.key === key));
  if (unknown.length === 0) return done(found);
  const message = `The region has no capability “${unknown.join(", ")}”; choose from its list.`;
  return refuse("invalid", message, [{ path: "affected", message }]);
}
