import { now } from "../../clock";
import { db } from "../../db/client";
import { note } from "../note";
import { currentNetwork } from "../origin";

/** From more networks than this a day, a token is not noted again: nothing here is ever deleted. */
const mostNetworks = 50;

export interface Sighting {
  tokenId: number;
  day: string;
  deed: "used" | "refused";
  network: string;
}

/** What is noted at most once: a token, a day, and the network that it is used from. */
export function sightingOf(tokenId: number, deed: Sighting["deed"]): Sighting {
  return { tokenId, deed, day: now().toISOString().slice(0, 10), network: currentNetwork() };
}

/** Notes that a token is in use. */
export async function noteTokenUse(
  token: { id: number; personId: number; name: string; scope: string },
  sighting: Sighting,
): Promise<void> {
  const { id: subjectId, personId, name, scope } = token;
  await db.$transaction(async (tx) => {
    if (!(await isFirst(tx, sighting))) return;
    const about = { subject: "api_token", subjectId };
    await note(tx, { personId }, { type: "token.used", ...about, data: { name, scope } });
  });
}

/** Notes that somebody tried a token that works no more; of one that never was there is nothing to say. */
export async function noteTokenRefused(hash: string): Promise<void> {
  const token = await db.apiToken.findUnique({
    where: { hash },
    select: { id: true, name: true, personId: true, revokedAt: true, expiresAt: true },
  });
  if (!token) return;
  const { id: subjectId, name, personId: aboutId, revokedAt, expiresAt } = token;
  const why = revokedAt ? "revoked" : expiresAt <= now() ? "over" : "account ended";
  await db.$transaction(async (tx) => {
    if (!(await isFirst(tx, sightingOf(subjectId, "refused")))) return;
    const about = { subject: "api_token", subjectId, aboutId };
    await note(tx, { personId: null }, { type: "token.refused", ...about, data: { name, why } });
  });
}

/** The key of the table lets one of several at once through. */
async function isFirst(
  tx: Pick<typeof db, "$executeRaw">,
  { tokenId, day, deed, network }: Sighting,
): Promise<boolean> {
  const written = await tx.$executeRaw`
    INSERT INTO "TokenSighting" ("tokenId", "day", "deed", "network")
    SELECT ${tokenId}, ${day}, ${deed}, ${network}
    WHERE (SELECT count(*) FROM "TokenSighting" WHERE "tokenId" = ${tokenId} AND "day" = ${day}) < ${mostNetworks}
    ON CONFLICT DO NOTHING`;
  return written > 0;
}
