import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentActor } from "@/lib/auth/reader";
import { findTicketComment } from "@/lib/discussion/comment-queries";
import { readNumber } from "@/lib/proposals/schema";
import { CommentPage } from "../../../../_discussion/comment-page";

interface Props {
  params: Promise<{ number: string; comment: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `A comment on T-${readNumber((await params).number)}` };
}

export default async function TicketCommentPage({ params }: Props) {
  const [actor, { number, comment }] = await Promise.all([currentActor(), params]);
  const ticket = readNumber(number);
  const shown = await findTicketComment(actor, { ticket, comment: readNumber(comment) });
  if (!shown) notFound();
  return <CommentPage on={{ ticket }} actor={actor} shown={shown} />;
}
