import { tryEverybody } from "./try-everybody";

tryEverybody("slots");
