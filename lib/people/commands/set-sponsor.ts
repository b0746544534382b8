import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type HeldSig, holdSig, sigChangedMeanwhile } from "../held-sig";
import { listSeatedDirectors } from "../queries";
import { maySetSponsor } from "../sig-policy";
import type { setSponsorInput } from "../sig-schema";

type Director = NonNullable<HeldSig["sponsor"]>;

/** Names the director who stands for a SIG in the board (DOMAIN 3), or that nobody does. */
export async function setSponsor(
  actor: Actor,
  input: z.output<typeof setSponsorInput>,
): Promise<Result<{ sig: string }>> {
  if (!maySetSponsor(actor)) {
    return refuse("forbidden", "The sponsoring director is named by the chair or the secretary.");
  }
  return transact(async (tx) => {
    const sig = await holdSig(tx, input.sig);
    if (!sig) return notFound("SIG");
    const sponsor = await directorOf(tx, input.sponsor);
    if (!sponsor.ok) return sponsor;
    const { count } = await tx.body.updateMany({
      where: { id: sig.id, version: input.version },
      data: { sponsorId: sponsor.value?.id ?? null, version: { increment: 1 } },
    });
    if (count === 0) return sigChangedMeanwhile;
    await recordSponsor(tx, actor, { sig, sponsor: sponsor.value });
    return done({ sig: sig.handle });
  });
}

async function directorOf(tx: Tx, text: string): Promise<Result<Director | null>> {
  const handle = text.replace(/^@/, "");
  if (handle === "") return done(null);
  const director = (await listSeatedDirectors(tx, now())).find((seated) => seated.handle === handle);
  if (director) return done(director);
  const message = "Only a director of now can stand for a SIG in the board; choose one of the list.";
  return refuse("invalid", message, [{ path: "sponsor", message }]);
}

async function recordSponsor(
  tx: Tx,
  actor: Actor,
  { sig, sponsor }: { sig: HeldSig; sponsor: Director | null },
): Promise<void> {
  const before = sig.sponsor && { personId: sig.sponsor.id, name: sig.sponsor.name };
  await record(tx, actor, {
    type: sponsor ? "sig.sponsored" : "sig.sponsor_removed",
    subject: "body",
    subjectId: sig.id,
    data: {
      name: sig.name,
      sig: sig.handle,
      ...(sponsor && { personId: sponsor.id, sponsor: sponsor.name }),
      ...(before && { before }),
    },
  });
}
