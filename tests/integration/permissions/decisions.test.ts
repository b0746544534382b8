import { decisionCases } from "./cases/decisions";
import { tryEverybody } from "./try-everybody";

tryEverybody("decisions", decisionCases);
