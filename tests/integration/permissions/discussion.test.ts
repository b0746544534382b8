import { tryEverybody } from "./try-everybody";

tryEverybody("discussion");
