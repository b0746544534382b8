import { tryEverybody } from "./try-everybody";

tryEverybody("claims");
