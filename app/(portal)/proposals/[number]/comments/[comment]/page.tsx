import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentActor } from "@/lib/auth/reader";
import { findComment } from "@/lib/discussion/comment-queries";
import { readNumber } from "@/lib/proposals/schema";
import { CommentPage } from "../../../../_discussion/comment-page";
import { PromiseSection } from "../_components/promise-section";

interface Props {
  params: Promise<{ number: string; comment: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `A comment on #${readNumber((await params).number)}` };
}

export default async function ProposalCommentPage({ params }: Props) {
  const [actor, { number, comment }] = await Promise.all([currentActor(), params]);
  const proposal = readNumber(number);
  const shown = await findComment(actor, { proposal, comment: readNumber(comment) });
  if (!shown) notFound();
  return (
    <CommentPage on={{ proposal }} actor={actor} shown={shown}>
      <PromiseSection shown={shown} actor={actor} />
    </CommentPage>
  );
}
