import { tryEverybody } from "./try-everybody";

tryEverybody("ticket-work");
