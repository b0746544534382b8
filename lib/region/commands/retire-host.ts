import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayKeepHosts } from "../host-policy";
import type { retireHostInput } from "../host-schema";

/** Says that a machine is gone, and what became of it. Another import that names it brings it back. */
export async function retireHost(
  actor: Actor,
  input: z.output<typeof retireHostInput>,
): Promise<Result<{ region: string }>> {
  return transact(async (tx) => {
    const host = await tx.host.findUnique({ where: { id: input.hostId }, include: { region: true } });
    if (!host) return notFound("host");
    if (!mayKeepHosts(actor, host.region)) {
      return refuse("forbidden", "The inventory is kept by the region’s operators and the infra team.");
    }
    const { count } = await tx.host.updateMany({
      where: { id: host.id, version: input.version, retiredAt: null },
      data: { retiredAt: now(), version: { increment: 1 } },
    });
    if (count === 0) {
      return refuse(
        "conflict",
        "Somebody changed this host before you. Nothing was saved; look again, then decide.",
      );
    }
    await record(tx, actor, {
      type: "region.host_retired",
      subject: "region",
      subjectId: host.regionId,
      regionId: host.regionId,
      data: { host: host.name, hostId: host.id, reason: input.reason },
    });
    return done({ region: host.region.key });
  });
}
