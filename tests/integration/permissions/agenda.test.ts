import { tryEverybody } from "./try-everybody";

tryEverybody("agenda");
