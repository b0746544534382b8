import { auditCases } from "./cases/audit";
import { tryEverybody } from "./try-everybody";

tryEverybody("audit", auditCases);
