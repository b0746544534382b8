import { sessionCases } from "./cases/session";
import { tryEverybody } from "./try-everybody";

tryEverybody("session", sessionCases);
