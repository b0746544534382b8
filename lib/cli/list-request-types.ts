import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { typeListOf } from "../tickets/request-types/type-list";

const folder = process.argv[2] ?? "lib/tickets/request-types";
const path = join(folder, "all-types.ts");
const text = typeListOf(readdirSync(join(folder, "types")));
// Written only where it differs: a build of what is up to date needs no right to write here.
if (readFileSync(path, "utf8") !== text) writeFileSync(path, text);
