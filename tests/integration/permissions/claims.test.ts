import { claimCases } from "./cases/claims";
import { tryEverybody } from "./try-everybody";

tryEverybody("claims", claimCases);
