import { tryEverybody } from "./try-everybody";

tryEverybody("decisions");
