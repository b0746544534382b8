import { tryEverybody } from "./try-everybody";

tryEverybody("split");
