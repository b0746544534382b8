import { createHash } from "node:crypto";
import { db, pool } from "@/lib/db/client";

/** One digest over every row of every table of the portal: equal only where nothing was written. */
export async function digestOfAllTables(): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const hash = createHash("sha256");
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
    hash.update(`${name}\n${rows.map(({ row }) => row).join("\n")}\n`);
  }
  return hash.digest("hex");
}

export async function countJobs(): Promise<number> {
  const { rows } = await pool.query<{ count: string }>("SELECT count(*) FROM graphile_worker._private_jobs");
  return Number(rows[0]?.count);
}

/** The proposal of an imported issue, with all that the import writes of it. */
export function findImported(id: number) {
  return db.proposal.findUniqueOrThrow({
    where: { sourceKey: `centos/board#${id}` },
    include: {
      comments: { orderBy: { id: "asc" }, include: { parent: true } },
      events: { orderBy: { id: "asc" } },
      candidates: true,
      author: true,
      revisions: { orderBy: { number: "asc" } },
    },
  });
}
