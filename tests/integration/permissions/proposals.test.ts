import { tryEverybody } from "./try-everybody";

tryEverybody("proposals");
