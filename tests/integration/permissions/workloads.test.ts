import { workloadCases } from "./cases/workloads";
import { tryEverybody } from "./try-everybody";

tryEverybody("workloads", workloadCases);
