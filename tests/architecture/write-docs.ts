import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { typeListOf } from "../../lib/tickets/request-types/type-list";
import { attacksDocument } from "./attacks-document";
import { permissionsTable } from "./permissions-table";
import { stateDiagrams } from "./state-diagrams";

const types = "lib/tickets/request-types";

/** What is made from the code. `npm run docs` writes it, `npm run docs -- --check` compares. */
const documents: Readonly<Record<string, () => string>> = {
  "docs/attacks.md": attacksDocument,
  "docs/states.md": stateDiagrams,
  "docs/permissions.md": permissionsTable,
  [`${types}/all-types.ts`]: () => typeListOf(readdirSync(`${types}/types`)),
};

const check = process.argv.includes("--check");
let stale = 0;
for (const [path, write] of Object.entries(documents)) {
  const text = write();
  if (!check) writeFileSync(path, text);
  else if (read(path) !== text) {
    stale += 1;
    process.stderr.write(`${path} is not what the code says any more: run "npm run docs" and commit it.\n`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // not written yet: as stale as can be
  }
}
