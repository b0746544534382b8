import { splitCases } from "./cases/split";
import { tryEverybody } from "./try-everybody";

tryEverybody("split", splitCases);
