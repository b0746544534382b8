import { tryEverybody } from "./try-everybody";

tryEverybody("questions");
