import { ticketCases } from "./cases/tickets";
import { tryEverybody } from "./try-everybody";

tryEverybody("tickets", ticketCases);
