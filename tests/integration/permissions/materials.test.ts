import { tryEverybody } from "./try-everybody";

tryEverybody("materials");
