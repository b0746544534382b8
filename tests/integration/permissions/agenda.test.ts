import { agendaCases } from "./cases/agenda";
import { tryEverybody } from "./try-everybody";

tryEverybody("agenda", agendaCases);
