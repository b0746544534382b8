import { minutesCases } from "./cases/minutes";
import { tryEverybody } from "./try-everybody";

tryEverybody("minutes", minutesCases);
