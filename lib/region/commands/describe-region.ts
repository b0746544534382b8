import type { z } from "zod";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import type { describeRegionInput } from "../capability-schema";
import { mayShapeRegion } from "../policy";

/** Says what a region is called and what its hosts run; what was said before stays in the event. */
export async function describeRegion(
  actor: Actor,
  input: z.output<typeof describeRegionInput>,
): Promise<Result<{ region: string }>> {
  return transact(async (tx) => {
    const { region: key, version, ...said } = input;
    const region = await tx.region.findUnique({ where: { key } });
    if (!region) return notFound("region");
    if (!mayShapeRegion(actor, region)) {
      return refuse("forbidden", "A region is described by its operators, the chair and the secretary.");
    }
    const { count } = await tx.region.updateMany({
      where: { id: region.id, version },
      data: { ...said, version: { increment: 1 } },
    });
    if (count === 0) {
      return refuse(
        "conflict",
        "Somebody changed this region before you. Nothing was saved; look again, then decide.",
      );
    }
    const { name, parentCloud, operatingSystem, osVersion } = region;
    await record(tx, actor, {
      type: "region.described",
      subject: "region",
      subjectId: region.id,
      regionId: region.id,
      data: { ...said, before: { name, parentCloud, operatingSystem, osVersion } },
    });
    return done({ region: key });
  });
}
