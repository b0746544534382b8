import { regionCases } from "./cases/regions";
import { tryEverybody } from "./try-everybody";

tryEverybody("regions", regionCases);
