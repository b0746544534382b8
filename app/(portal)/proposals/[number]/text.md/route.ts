import { answerFile, noFile } from "@/lib/feeds/answer-file";
import { proposalMarkdown } from "@/lib/proposals/proposal-document";
import { findProposalHead, findProposalText } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { thePublic } from "@/lib/workflow/actor";

/**
 * The proposal as it stands, as everybody may read it: a file is passed on. It is asked for as /proposals/63.md
 * (next.config.js).
 */
export async function GET(request: Request, { params }: { params: Promise<{ number: string }> }) {
  const head = await findProposalHead(thePublic, readNumber((await params).number));
  if (!head) return noFile("There is no such proposal, or it is not public.");
  const body = proposalMarkdown(head, await findProposalText(head));
  return answerFile(request, { body, type: "text/markdown" });
}
