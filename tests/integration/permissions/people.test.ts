import { tryEverybody } from "./try-everybody";

tryEverybody("people");
