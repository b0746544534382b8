import { proposalCases } from "./cases/proposals";
import { tryEverybody } from "./try-everybody";

tryEverybody("proposals", proposalCases);
