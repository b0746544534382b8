import { tryEverybody } from "./try-everybody";

tryEverybody("reader");
