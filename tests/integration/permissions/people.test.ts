import { peopleCases } from "./cases/people";
import { tryEverybody } from "./try-everybody";

tryEverybody("people", peopleCases);
