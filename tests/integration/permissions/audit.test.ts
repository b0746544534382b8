import { tryEverybody } from "./try-everybody";

tryEverybody("audit");
