import { questionCases } from "./cases/questions";
import { tryEverybody } from "./try-everybody";

tryEverybody("questions", questionCases);
