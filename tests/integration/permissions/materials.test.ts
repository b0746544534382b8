import { materialCases } from "./cases/materials";
import { tryEverybody } from "./try-everybody";

tryEverybody("materials", materialCases);
