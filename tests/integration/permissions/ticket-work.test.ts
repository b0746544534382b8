import { ticketWorkCases } from "./cases/ticket-work";
import { tryEverybody } from "./try-everybody";

tryEverybody("ticket-work", ticketWorkCases);
