import pg from "pg";
import type { Captured } from "./inside-server";

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: PlanNode[];
}

export interface Explained {
  path: string;
  /** One line for each statement: the plan's nodes and the indexes that it uses. */
  plans: string[];
  /** Big tables that were read from end to end. */
  scans: string[];
}

const bigRows = 2_000;

/** The plans of what a page asks, as the database makes them for the values that the page sent. */
export async function explain(url: string, path: string, statements: Captured[]): Promise<Explained> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    const big = await bigTables(client);
    const plans: string[] = [];
    const scans: string[] = [];
    for (const { text, values } of statements.filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text))) {
      const { rows } = await client.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>({
        text: `EXPLAIN (FORMAT JSON) ${text}`,
        values,
      });
      const nodes = rows[0]?.["QUERY PLAN"].flatMap(({ Plan }) => flat(Plan)) ?? [];
      plans.push(summary(nodes));
      for (const node of nodes) {
        const table = node["Relation Name"] ?? "";
        if (node["Node Type"] === "Seq Scan" && big.has(table)) scans.push(table);
      }
    }
    return { path, plans, scans };
  } finally {
    await client.end();
  }
}

async function bigTables(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ relname: string }>(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= $1",
    [bigRows],
  );
  return new Set(rows.map((row) => row.relname));
}

function flat(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}

function summary(nodes: PlanNode[]): string {
  const names = nodes.map((node) =>
    [node["Node Type"], node["Index Name"] ?? node["Relation Name"]].filter(Boolean).join(" "),
  );
  return [...new Set(names)].join(", ");
}
