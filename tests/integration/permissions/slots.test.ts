import { slotCases } from "./cases/slots";
import { tryEverybody } from "./try-everybody";

tryEverybody("slots", slotCases);
