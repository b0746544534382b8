import { currentActor } from "@/lib/auth/reader";
import { listSimilar } from "@/lib/proposals/similar-queries";
import { statusText } from "@/lib/proposals/ui-text";

/** Proposals whose titles are like the one that somebody is typing, as far as they may see them; at most five. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const except = Number(/^\d{1,9}$/.exec(asked.get("except") ?? "")?.[0] ?? 0);
  const found = await listSimilar(await currentActor(), asked.get("title") ?? "", except);
  const proposals = found.map((proposal) => ({
    number: proposal.number,
    title: proposal.title,
    status: statusText(proposal).label,
    updated: proposal.updatedAt.toISOString(),
  }));
  return Response.json({ proposals }, { headers: { "cache-control": "private, no-store" } });
}
