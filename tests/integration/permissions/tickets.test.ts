import { tryEverybody } from "./try-everybody";

tryEverybody("tickets");
