import type { z } from "zod";
import { now } from "../../clock";
import { transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { mayAddWorkload } from "../workload-policy";
import type { addWorkloadInput } from "../workload-schema";

/** A SIG says what it means to run on a region; two of one name on a region would be taken for each other. */
export async function addWorkload(
  actor: Actor,
  input: z.output<typeof addWorkloadInput>,
): Promise<Result<{ workloadId: number; sig: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say what your SIG runs.");
  return transact(async (tx) => {
    const sig = await tx.body.findFirst({ where: { handle: input.sig, kind: "sig" } });
    const region = await tx.region.findUnique({ where: { key: input.region } });
    if (!sig) return notFound("SIG");
    if (!mayAddWorkload(actor, { sigId: sig.id })) return notTheirs;
    if (!region) return unknownRegion;
    const [workload] = await tx.workload.createManyAndReturn({
      data: [
        {
          regionId: region.id,
          sigId: sig.id,
          name: input.name,
          url: input.url || null,
          note: input.note,
          addedById: actor.personId,
          createdAt: now(),
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!workload) return nameTaken(input.name);
    await record(tx, actor, {
      type: "workload.added",
      subject: "workload",
      subjectId: workload.id,
      regionId: region.id,
      data: { name: input.name, sig: sig.name, sigHandle: sig.handle, region: region.name },
    });
    return done({ workloadId: workload.id, sig: sig.handle });
  });
}

const notTheirs = refuse("forbidden", "What a SIG runs is said by its chair and its members.");
const regionMessage = "There is no such region; choose one of the list.";
const unknownRegion = refuse("invalid", regionMessage, [{ path: "region", message: regionMessage }]);

/** The unique index answers (region and name), so that two at once cannot both have it. */
export function nameTaken(name: string): Result<never> {
  const message = `Something called “${name}” is on this region already. Choose another name.`;
  return refuse("conflict", message, [{ path: "name", message }]);
}
