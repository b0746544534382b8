import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { MarkdownField } from "@/components/forms/markdown-field";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { findOwnComment } from "@/lib/discussion/comment-queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { readNumber } from "@/lib/proposals/schema";
import { editCommentAction } from "../../../discussion-actions";

export const metadata: Metadata = { title: "Edit a comment" };

interface Props {
  params: Promise<{ number: string; comment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function EditCommentPage({ params, searchParams }: Props) {
  const { number, comment: id } = await params;
  const comment = await findOwnComment(await currentActor(), readNumber(id));
  if (!comment || comment.proposal !== readNumber(number)) notFound();
  const state = await stateFromKept((await searchParams).kept, "edit-comment");
  return (
    <article className="page">
      <PageHead
        title="Edit your comment"
        lead="Readers see that it was changed. What it said before stays on the record."
      />
      <ActionForm
        action={editCommentAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Save"
      >
        <HiddenField name="proposal" value={comment.proposal} />
        <HiddenField name="comment" value={comment.id} />
        <MarkdownField
          name="markdown"
          label="Your comment"
          defaultValue={comment.markdown}
          rows={10}
          required
        />
      </ActionForm>
    </article>
  );
}
