import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type WorkloadDone, workloadData } from "../held-workload";
import { mayAddWorkload } from "../workload-policy";
import type { addWorkloadInput } from "../workload-schema";

type Input = z.output<typeof addWorkloadInput>;

/** A SIG says what it means to run on a region, or the operators what a project does; no two there have one name. */
export async function addWorkload(actor: Actor, input: Input): Promise<Result<WorkloadDone>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to say what your SIG runs.");
  return transact(async (tx) => {
    const sig =
      input.sig === "" ? null : await tx.body.findFirst({ where: { handle: input.sig, kind: "sig" } });
    if (input.sig !== "" && !sig) return notFound("SIG");
    const region = await tx.region.findUnique({ where: { key: input.region } });
    const place = { sigId: sig?.id ?? null, operatorsId: region?.operatorsId ?? 0 };
    if (!mayAddWorkload(actor, place)) return sig ? notTheirs : notOperators;
    if (!region) return unknownRegion;
    if (region.phase === "sunsetting" || region.phase === "retired") return noNewTenants;
    const id = await write(tx, { input, regionId: region.id, sigId: place.sigId, addedById: actor.personId });
    if (id === undefined) return nameTaken(input.name);
    const tenant = { name: sig?.name ?? input.project, sig: sig?.handle ?? null };
    await record(tx, actor, {
      type: "workload.added",
      subject: "workload",
      subjectId: id,
      regionId: region.id,
      data: { ...workloadData({ name: input.name, tenant }), region: region.name },
    });
    return done({ workloadId: id, sig: tenant.sig, region: region.key });
  });
}

interface Row {
  input: Input;
  regionId: number;
  sigId: number | null;
  addedById: number;
}

async function write(tx: Tx, { input, ...ids }: Row): Promise<number | undefined> {
  const { name, url, note, needs, goesTo, project } = input;
  const [workload] = await tx.workload.createManyAndReturn({
    data: [
      { ...ids, name, note, needs, goesTo, url: url || null, project: project || null, createdAt: now() },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return workload?.id;
}

const notTheirs = refuse("forbidden", "What a SIG runs is said by its chair and its members.");
const notOperators = refuse("forbidden", "What a project runs is said by the region’s operators.");
const regionMessage = "There is no such region; choose one of the list.";
const unknownRegion = refuse("invalid", regionMessage, [{ path: "region", message: regionMessage }]);
const noNewTenants = refuse("refused", "The region takes no new tenants: its sunset has begun.");

/** The unique index answers (region and name), so that two at once cannot both have it. */
export function nameTaken(name: string): Result<never> {
  const message = `Something called “${name}” is on this region already. Choose another name.`;
  return refuse("conflict", message, [{ path: "name", message }]);
}
