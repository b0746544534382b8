import { ballotCases } from "./cases/ballots";
import { tryEverybody } from "./try-everybody";

tryEverybody("ballots", ballotCases);
