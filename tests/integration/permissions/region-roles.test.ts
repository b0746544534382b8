import { regionRoleCases } from "./cases/region-roles";
import { tryEverybody } from "./try-everybody";

tryEverybody("region-roles", regionRoleCases);
