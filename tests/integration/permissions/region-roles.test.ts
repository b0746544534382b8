import { tryEverybody } from "./try-everybody";

tryEverybody("region-roles");
