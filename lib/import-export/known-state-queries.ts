import { db } from "../db/client";

/** As of when each of these threads is known, by its source key; those that are not are not in it. */
export async function listKnownStates(sourceKeys: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ key: string; at: string | null }[]>`
    SELECT "sourceKey" AS "key", "sourceState"->>'updatedAt' AS "at" FROM "Proposal"
    WHERE "sourceKey" = ANY(${[...sourceKeys]})`;
  return new Map(rows.flatMap(({ key, at }) => (at ? [[key, at]] : [])));
}
