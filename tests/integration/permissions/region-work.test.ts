import { regionWorkCases } from "./cases/region-work";
import { tryEverybody } from "./try-everybody";

tryEverybody("region-work", regionWorkCases);
