import { notFound } from "next/navigation";
import { currentActor } from "@/lib/auth/reader";
import { workloadsCsv } from "@/lib/region/workload-csv";
import { findRegionWorkloads } from "@/lib/region/workload-queries";

/** What runs on a region, and who answers for it, as a file. */
export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }) {
  const found = await findRegionWorkloads(await currentActor(), (await params).key);
  if (!found) notFound();
  return new Response(workloadsCsv(found), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="workloads-${found.region.key}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
