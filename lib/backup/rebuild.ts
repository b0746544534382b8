import type pg from "pg";
import { applyWithin, type Migration } from "../db/migrate";
import { done, type Result, refuse } from "../result";
import type { Header } from "./archive";

/** What has to be done before the rows come, so that they fit, and after them. */
export interface Course {
  /** The tables have to be made anew, by these. Undefined where they stand as the backup has them. */
  rebuildWith?: Migration[];
  /** What the backup does not have yet. */
  then: Migration[];
}

/** How to get from a backup's migrations to this release's; refuses a backup that knows more than this release. */
export function courseFor(
  { portal, migrations }: Pick<Header, "portal" | "migrations">,
  known: Migration[],
): Result<Course> {
  const ofBackup = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const unknown = migrations.find(({ name }) => !known.some((each) => each.name === name));
  if (unknown) {
    const what = `The backup is of release ${portal} with the migration ${unknown.name}, which this release does not know`;
    return refuse("refused", `${what}: restore it with that release, or a later one. Nothing was restored.`);
  }
  const other = known.find(({ name, checksum }) => (ofBackup.get(name) ?? checksum) !== checksum);
  if (other) {
    const what = `The backup's migration ${other.name} has another text than this release's`;
    return refuse("refused", `${what}: it is of another history. Nothing was restored.`);
  }
  const then = known.filter(({ name }) => !ofBackup.has(name));
  if (then.length === 0) return done({ then });
  return done({ rebuildWith: known.filter(({ name }) => ofBackup.has(name)), then });
}

/** Makes the portal's tables as they were, empty. Needs no more rights than to own them. */
export async function rebuild(client: pg.Client, migrations: Migration[]): Promise<void> {
  await client.query(dropEverything);
  await applyAll(client, migrations);
}

/** Each after the checks that the one before left for the end, as if it had a transaction of its own. */
export async function applyAll(client: pg.Client, migrations: Migration[]): Promise<void> {
  for (const migration of migrations) {
    await applyWithin(client, migration);
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    await client.query("SET CONSTRAINTS ALL DEFERRED");
  }
}

const dropEverything = `DO $$ DECLARE it record; BEGIN
  FOR it IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', it.name);
  END LOOP;
  FOR it IN SELECT p.oid::regprocedure AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('DROP FUNCTION %s CASCADE', it.name);
  END LOOP;
  FOR it IN SELECT t.oid::regtype AS name FROM pg_type t
    WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e' LOOP
    EXECUTE format('DROP TYPE %s CASCADE', it.name);
  END LOOP;
END $$`;
