import type { Tx } from "../db/transaction";
import { env } from "../env";
import { done, type Result, refuse } from "../result";

/** More than anybody judges; a list has to end somewhere. */
const mostEvidence = 500;

/** Whether one more piece of evidence fits under a capability, and its file. */
export async function roomForEvidence(
  tx: Tx,
  capabilityId: number,
  file: { bytes: Uint8Array } | null,
): Promise<Result<null>> {
  const given = await tx.evidence.count({ where: { capabilityId } });
  if (given >= mostEvidence) {
    return refuse(
      "refused",
      `There are ${mostEvidence} pieces of evidence here, as many as one capability may have.`,
    );
  }
  if (!file) return done(null);
  const files = await tx.attachment.aggregate({
    where: { evidence: { capabilityId } },
    _sum: { size: true },
  });
  const megabytes = env().ATTACHMENTS_MB_PER_PROPOSAL;
  if ((files._sum.size ?? 0) + file.bytes.length <= megabytes * 1_048_576) return done(null);
  return refuse(
    "refused",
    `The files of this capability would be larger than ${megabytes} MB together, the most that one may have. Give a link instead.`,
  );
}
