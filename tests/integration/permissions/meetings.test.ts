import { tryEverybody } from "./try-everybody";

tryEverybody("meetings");
