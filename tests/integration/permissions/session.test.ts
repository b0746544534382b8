import { tryEverybody } from "./try-everybody";

tryEverybody("session");
