import { notFound } from "next/navigation";
import { findRegion } from "@/lib/region/queries";
import { regionBadge } from "@/lib/region/region-badge";
import { thePublic } from "@/lib/workflow/actor";

/** What everybody may know of a region, as a picture that any page may embed; who looks at it makes no difference. */
export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }) {
  const region = await findRegion(thePublic, (await params).key);
  if (!region) notFound();
  return new Response(regionBadge({ ...region, percent: region.readiness.percent }), {
    headers: {
      "content-type": "image/svg+xml; charset=utf-8",
      "cache-control": "public, max-age=300",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
