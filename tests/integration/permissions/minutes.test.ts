import { tryEverybody } from "./try-everybody";

tryEverybody("minutes");
