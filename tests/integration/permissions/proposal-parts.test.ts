import { proposalPartCases } from "./cases/proposal-parts";
import { tryEverybody } from "./try-everybody";

tryEverybody("proposal-parts", proposalPartCases);
