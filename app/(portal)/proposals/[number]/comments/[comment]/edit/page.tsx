import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentActor } from "@/lib/auth/reader";
import { findOwnComment } from "@/lib/discussion/comment-queries";
import { readNumber } from "@/lib/proposals/schema";
import { EditComment } from "../../../../../_discussion/edit-comment";

export const metadata: Metadata = { title: "Edit a comment" };

interface Props {
  params: Promise<{ number: string; comment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditProposalCommentPage({ params, searchParams }: Props) {
  const [actor, { number, comment: id }, { kept }] = await Promise.all([
    currentActor(),
    params,
    searchParams,
  ]);
  const proposal = readNumber(number);
  const comment = await findOwnComment(actor, readNumber(id));
  if (!comment || comment.proposal !== proposal) notFound();
  return <EditComment on={{ proposal }} comment={comment} kept={kept} />;
}
