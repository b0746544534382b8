import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { ticketVisibleSql } from "../tickets/visibility";
import type { Actor } from "../workflow/actor";
import { whichRegionSql } from "./facts";
import { mayKeepHosts } from "./host-policy";

interface HostRow {
  id: number;
  name: string;
  site: string;
  cpuCores: number;
  ramGb: number;
  disks: string;
  nics: string;
  bmc: string;
  retiredAt: string | null;
  importedAt: string;
  version: number;
  /** The request that brought it, where this reader sees that. */
  ticket: { number: number; title: string } | null;
}

export interface HostShown extends Omit<HostRow, "bmc"> {
  /** Only for those who keep the inventory. */
  bmc: string | null;
}

export interface RegionHosts {
  region: { key: string; name: string };
  hosts: HostShown[];
  former: HostShown[];
  totals: { hosts: number; sites: number; cpuCores: number; ramGb: number };
  /** Hosts of which nobody has said which request brought them. */
  withoutRequest: number;
  mayKeep: boolean;
}

const mostShown = 2_000;

/** The machines of a region with the requests that brought them, in one query; null where there is no such region. */
export async function findRegionHosts(actor: Actor, key: string): Promise<RegionHosts | null> {
  const [row] = await readRows<{
    key: string;
    name: string;
    operatorsId: number;
    hosts: HostRow[];
  }>(Prisma.sql`
    SELECT r."key", r."name", r."operatorsId", (SELECT coalesce(json_agg(x."shown"), '[]') FROM (
      SELECT json_build_object('id', h."id", 'name', h."name", 'site', h."site", 'cpuCores', h."cpuCores",
        'ramGb', h."ramGb", 'disks', h."disks", 'nics', h."nics", 'bmc', h."bmc", 'retiredAt', h."retiredAt",
        'importedAt', h."importedAt", 'version', h."version",
        'ticket', (SELECT json_build_object('number', t."number", 'title', t."title") FROM "Ticket" t
          WHERE t."id" = h."ticketId" AND ${ticketVisibleSql(actor)})) AS "shown"
      FROM "Host" h WHERE h."regionId" = r."id" ORDER BY h."site", h."name" LIMIT ${mostShown}) x) AS "hosts"
    FROM "Region" r ${whichRegionSql(key)}`);
  if (!row) return null;
  const { operatorsId, ...region } = row;
  const mayKeep = mayKeepHosts(actor, { operatorsId });
  const all = row.hosts.map((host) => ({ ...host, bmc: mayKeep ? host.bmc : null }));
  const hosts = all.filter(({ retiredAt }) => retiredAt === null);
  return {
    region: { key: region.key, name: region.name },
    hosts,
    former: all.filter(({ retiredAt }) => retiredAt !== null),
    totals: totalsOf(hosts),
    withoutRequest: hosts.filter(({ ticket }) => ticket === null).length,
    mayKeep,
  };
}

function totalsOf(hosts: readonly HostShown[]): RegionHosts["totals"] {
  return {
    hosts: hosts.length,
    sites: new Set(hosts.map(({ site }) => site)).size,
    cpuCores: hosts.reduce((sum, { cpuCores }) => sum + cpuCores, 0),
    ramGb: hosts.reduce((sum, { ramGb }) => sum + ramGb, 0),
  };
}
