import { noteExport } from "@/lib/audit/commands/note-alone";
import { currentActor } from "@/lib/auth/reader";
import { csvDownload, searchOf } from "@/lib/csv-export";
import { exportTickets } from "@/lib/tickets/list-export";
import { readTicketAddress } from "@/lib/tickets/list-filter";

/** What the list at the same filter and sort shows this reader, as a file. */
export async function GET(request: Request): Promise<Response> {
  const { filter } = readTicketAddress(searchOf(request));
  const actor = await currentActor();
  await noteExport(actor, { what: "the list of tickets", format: "CSV", filter: Object.keys(filter) });
  return csvDownload("tickets", exportTickets(actor, filter));
}
