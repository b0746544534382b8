import { tryEverybody } from "./try-everybody";

tryEverybody("workloads");
