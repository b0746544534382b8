import { SubjectField } from "@/components/discussion/subject-field";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { MarkdownField } from "@/components/forms/markdown-field";
import { PageHead } from "@/components/ui/page-head";
import type { OwnComment } from "@/lib/discussion/comment-queries";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { editCommentAction } from "./actions";

interface Props {
  on: DiscussedNumber;
  comment: OwnComment;
  kept: string | string[] | undefined;
}

/** The form in which somebody changes their own comment. */
export async function EditComment({ on, comment, kept }: Props) {
  return (
    <article className="page">
      <PageHead
        title="Edit your comment"
        lead="Readers see that it was changed. What it said before stays on the record."
      />
      <ActionForm
        action={editCommentAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "edit-comment")}
        submitLabel="Save"
      >
        <SubjectField on={on} />
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
