import { tryEverybody } from "./try-everybody";

tryEverybody("regions");
