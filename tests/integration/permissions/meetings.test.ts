import { meetingCases } from "./cases/meetings";
import { tryEverybody } from "./try-everybody";

tryEverybody("meetings", meetingCases);
