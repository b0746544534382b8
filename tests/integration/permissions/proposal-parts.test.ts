import { tryEverybody } from "./try-everybody";

tryEverybody("proposal-parts");
