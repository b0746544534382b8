import { currentActor } from "@/lib/auth/reader";
import { csvDownload, searchOf } from "@/lib/csv-export";
import { exportProposals } from "@/lib/proposals/list-export";
import { readListAddress } from "@/lib/proposals/list-filter";

/** What the list at the same filter and sort shows this reader, as a file. */
export async function GET(request: Request): Promise<Response> {
  const { filter } = readListAddress(searchOf(request));
  return csvDownload("proposals", exportProposals(await currentActor(), filter));
}
