#!/usr/bin/env node
// Stands in for Prisma's native schema engine: same arguments, same JSON-RPC on stdio, done by the official WASM build.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const say = (level, message, extra) =>
  process.stderr.write(
    `\n${JSON.stringify({ level, target: "schema_engine::logger", fields: { message, ...extra } })}\n`,
  );
process.on("uncaughtException", (e) => {
  say("ERROR", e.message);
  process.exit(1);
});
const home = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
if (process.argv.includes("--version")) {
  console.log(`schema-engine-wasm ${JSON.parse(readFileSync(join(home, "package.json"))).version}`);
  process.exit(0);
}
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});
const datasource = JSON.parse(values.datasource ?? "{}");
const split = (url) => {
  const u = new URL(url),
    schema = u.searchParams.get("schema") ?? undefined;
  u.searchParams.delete("schema");
  return { u, url: u.toString(), schema, name: decodeURIComponent(u.pathname.slice(1)) };
};
const other = (url, database) => {
  const { u } = split(url);
  u.pathname = `/${database}`;
  return u.toString();
};
const admin = async (url, sql) => {
  const c = new pg.Client({ connectionString: other(url, "postgres") });
  await c.connect();
  try {
    await c.query(sql);
  } finally {
    await c.end();
  }
};
const quote = (s) => `"${s.replaceAll('"', '""')}"`;

if (positionals[0] === "cli") {
  try {
    const name = quote(split(datasource.url).name);
    if (positionals[1] === "create-database") await admin(datasource.url, `CREATE DATABASE ${name}`);
    else if (positionals[1] === "drop-database")
      await admin(datasource.url, `DROP DATABASE ${name} WITH (FORCE)`);
    else {
      const c = new pg.Client({ connectionString: split(datasource.url).url });
      await c.connect();
      await c.end();
    } // can-connect-to-database
    process.exit(0);
  } catch (e) {
    const error_code = {
      "3D000": "P1003",
      "28P01": "P1000",
      28000: "P1000",
      ECONNREFUSED: "P1001",
      ENOTFOUND: "P1001",
      ETIMEDOUT: "P1001",
      ENOENT: "P1001",
    }[e.code];
    say("ERROR", e.message || e.code, error_code && { error_code, is_panic: false });
    process.exit(1);
  }
}

async function open(url, schema) {
  const a = await new PrismaPg({ connectionString: url, max: 2 }, { schema }).connect();
  // adapter-pg splits scripts on ";", which breaks $$ bodies: send them whole.
  a.executeScript = (s) =>
    a
      .underlyingDriver()
      .query(s)
      .then(
        () => {},
        (e) => a.onError(e),
      );
  // adapter-pg refuses PostgreSQL's "char" (oid 18), which the catalogue uses: show it as text, declare it Character.
  a.queryRaw = async (query) => {
    const { fields, rows } = await a.performIO(query);
    const result = await Object.getPrototypeOf(a).queryRaw.call(
      Object.create(a, {
        performIO: {
          value: async () => ({
            rows,
            fields: fields.map((f) => ({
              name: f.name,
              dataTypeID: f.dataTypeID === 18 ? 25 : f.dataTypeID,
            })),
          }),
        },
      }),
      query,
    );
    result.columnTypes = result.columnTypes.map((t, i) =>
      fields[i].dataTypeID === 18 ? ColumnTypeEnum.Character : t,
    );
    return result;
  };
  return a;
}
let main;
const adapter = bindMigrationAwareSqlAdapterFactory({
  provider: "postgres",
  adapterName: "@prisma/adapter-pg",
  connect: async () => {
    const t = split(datasource.url);
    main ??= await open(t.url, t.schema);
    return Object.create(main, { dispose: { value: async () => {} } });
  },
  connectToShadowDb: async () => {
    if (datasource.shadowDatabaseUrl) {
      const a = await open(split(datasource.shadowDatabaseUrl).url);
      await a.executeScript("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public");
      return a;
    }
    const name = `prisma_shadow_${randomUUID()}`;
    await admin(datasource.url, `CREATE DATABASE ${quote(name)}`);
    const a = await open(other(datasource.url, name)),
      end = a.dispose.bind(a);
    a.dispose = async () => {
      await end();
      await admin(datasource.url, `DROP DATABASE ${quote(name)} WITH (FORCE)`);
    };
    return a;
  },
});
const bg = await import(join(home, "schema_engine_bg.js"));
const { instance } = await WebAssembly.instantiate(readFileSync(join(home, "schema_engine_bg.wasm")), {
  "./schema_engine_bg.js": bg,
});
bg.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
const datamodels = values.datamodels?.map((f) => [f, readFileSync(resolve(f), "utf8")]);
const send = (m) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...m })}\n`);
const LOSES = /\bDROP (TABLE|COLUMN)\b|SET DATA TYPE|SET NOT NULL|ADD COLUMN .* NOT NULL(?!.*DEFAULT)/;

async function answer(method, p) {
  if (method === "createDatabase") {
    const t = split(p.datasource.url ?? datasource.url);
    await admin(t.url, `CREATE DATABASE ${quote(t.name)}`);
    return { databaseName: t.name };
  }
  if (method === "introspectSql")
    throw new Error(
      "typedSql needs the native schema engine: the WASM one cannot describe queries on PostgreSQL",
    );
  const e = await bg.SchemaEngine.new({ datamodels }, () => {}, adapter); // a new one per call: they lose the shadow database otherwise
  if (method === "evaluateDataLoss" || method === "createMigration") {
    // the engine's own two find no shadow database; its diff does
    const from = p.migrationsList.migrationDirectories.length
      ? { tag: "migrations", ...p.migrationsList }
      : { tag: "empty" };
    const { exitCode, stdout } = await e.diff({
      from,
      to: { tag: "schemaDatamodel", files: p.schema.files },
      script: true,
      exitCode: true,
      filters: p.filters,
    });
    const changed = exitCode === 2;
    if (method === "evaluateDataLoss")
      return {
        migrationSteps: +changed,
        unexecutableSteps: [],
        warnings: changed
          ? stdout
              .split("\n")
              .filter((l) => LOSES.test(l))
              .map((l) => ({
                message: `may lose data, or fail on rows that exist: ${l.trim()}`,
                stepIndex: 0,
              }))
          : [],
      };
    return {
      connectorType: "postgresql",
      extension: "sql",
      generatedMigrationName:
        new Date().toISOString().replace(/\D/g, "").slice(0, 14) +
        "_" +
        p.migrationName.replace(/[^A-Za-z0-9]+/g, "_"),
      migrationScript: changed ? stdout : p.draft ? "-- This is an empty migration." : null,
    };
  }
  const result = (await e[method === "getDatabaseVersion" ? "version" : method](p)) ?? {};
  if (method === "diff" && result.stdout != null) {
    send({ id: "print", method: "print", params: { content: result.stdout.replace(/\n$/, "") } });
    delete result.stdout;
  }
  return result;
}
let turn = Promise.resolve();
const handle = ({ id, method, params }) =>
  answer(method, params).then(
    (result) => send({ id, result }),
    (e) =>
      send({
        id,
        error: {
          code: 4466,
          message: "error",
          data: {
            is_panic: false,
            message: e?.message ?? String(e),
            meta: e?.meta ?? null,
            error_code: e?.code,
          },
        },
      }),
  );
createInterface({ input: process.stdin })
  .on("line", (l) => {
    const m = JSON.parse(l);
    if (m.method) turn = turn.then(() => handle(m));
  })
  .on("close", () => turn.then(() => main?.dispose()).finally(() => process.exit(0)));
