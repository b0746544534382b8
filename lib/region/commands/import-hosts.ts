import type { z } from "zod";
import { now } from "../../clock";
import { Prisma } from "../../db/client";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { holdTicket } from "../../tickets/facts";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HostRow, readHosts } from "../host-list";
import { mayKeepHosts } from "../host-policy";
import type { importHostsInput } from "../host-schema";

/**
 * Takes an inventory in: new hosts are added, known ones (by name) get what the list says of them. Any error in the
 * list, and nothing of it is taken.
 */
export async function importHosts(
  actor: Actor,
  input: z.output<typeof importHostsInput>,
): Promise<Result<{ region: string; added: number; changed: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to import an inventory.");
  const { personId } = actor;
  return transact(async (tx) => {
    const region = await tx.region.findUnique({ where: { key: input.region } });
    if (!region) return notFound("region");
    if (!mayKeepHosts(actor, region)) return notTheirs;
    const list = readHosts(input.list);
    if (!list.ok)
      return refuse("invalid", "The inventory has mistakes; nothing of it was imported.", list.errors);
    const ticket = await ticketOf(tx, actor, input.ticket);
    if (!ticket.ok) return ticket;
    const { id: ticketId, executive } = ticket.value;
    const written = await write(tx, list.hosts, { regionId: region.id, ticketId, personId });
    await record(tx, actor, {
      type: "region.hosts_imported",
      subject: "region",
      subjectId: region.id,
      regionId: region.id,
      ticketId,
      executive,
      data: {
        ...written,
        hosts: list.hosts.map(({ name }) => name),
        ...(input.ticket && { number: input.ticket }),
      },
    });
    return done({ region: region.key, ...written });
  });
}

async function ticketOf(
  tx: Tx,
  actor: Actor,
  number: number | undefined,
): Promise<Result<{ id: number | null; executive: boolean }>> {
  if (number === undefined) return done({ id: null, executive: false });
  const ticket = await holdTicket(tx, actor, number);
  if (ticket) return done({ id: ticket.id, executive: ticket.executive });
  const message = `There is no ticket T-${number}.`;
  return refuse("invalid", message, [{ path: "ticket", message }]);
}

interface Into {
  regionId: number;
  ticketId: number | null;
  personId: number;
}

/** One statement for all: two imports at once settle host by host. A host that changed nothing is not counted. */
async function write(
  tx: Tx,
  hosts: readonly HostRow[],
  into: Into,
): Promise<{ added: number; changed: number }> {
  const { regionId, ticketId, personId } = into;
  const rows = await tx.$queryRaw<{ isNew: boolean }[]>(Prisma.sql`
    INSERT INTO "Host" AS h ("regionId", "name", "site", "cpuCores", "ramGb", "disks", "nics", "bmc", "ticketId",
      "importedById", "importedAt")
    SELECT ${regionId}::int, x."name", x."site", x."cpuCores", x."ramGb", x."disks", x."nics", x."bmc",
      ${ticketId}::int, ${personId}::int, ${now()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(hosts)}::jsonb)
      AS x("name" text, "site" text, "cpuCores" int, "ramGb" int, "disks" text, "nics" text, "bmc" text)
    ON CONFLICT ("regionId", "name") DO UPDATE SET "site" = EXCLUDED."site", "cpuCores" = EXCLUDED."cpuCores",
      "ramGb" = EXCLUDED."ramGb", "disks" = EXCLUDED."disks", "nics" = EXCLUDED."nics", "bmc" = EXCLUDED."bmc",
      "ticketId" = coalesce(EXCLUDED."ticketId", h."ticketId"), "retiredAt" = NULL, "version" = h."version" + 1,
      "importedById" = EXCLUDED."importedById", "importedAt" = EXCLUDED."importedAt"
    WHERE (h."site", h."cpuCores", h."ramGb", h."disks", h."nics", h."bmc", h."ticketId", h."retiredAt")
      IS DISTINCT FROM (EXCLUDED."site", EXCLUDED."cpuCores", EXCLUDED."ramGb", EXCLUDED."disks", EXCLUDED."nics",
        EXCLUDED."bmc", coalesce(EXCLUDED."ticketId", h."ticketId"), NULL)
    RETURNING (h."version" = 1) AS "isNew"`);
  const added = rows.filter(({ isNew }) => isNew).length;
  return { added, changed: rows.length - added };
}

const notTheirs = refuse("forbidden", "The inventory is kept by the region’s operators and the infra team.");
