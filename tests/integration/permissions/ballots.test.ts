import { tryEverybody } from "./try-everybody";

tryEverybody("ballots");
