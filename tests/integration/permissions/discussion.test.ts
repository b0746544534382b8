import { discussionCases } from "./cases/discussion";
import { tryEverybody } from "./try-everybody";

tryEverybody("discussion", discussionCases);
