import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { ProposalText } from "@/components/proposals/proposal-text";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey } from "@/lib/form-action";
import { findPreview, type Preview } from "@/lib/proposals/preview-queries";
import { findProposalHead, type ProposalHead } from "@/lib/proposals/queries";
import { findWorkingCopy, type WorkingCopy } from "@/lib/proposals/working-copy-queries";
import { readWritingSearch, type WritingSearch } from "@/lib/proposals/working-copy-schema";
import { createProposalAction, reviseProposalAction } from "../actions";
import { formPath } from "../writing-steps";

export const metadata: Metadata = { title: "Preview" };

/** What readers will see, out of a working copy: only its writer comes here. */
export default async function PreviewPage({ searchParams }: { searchParams: Promise<WritingSearch> }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const { copy: id } = readWritingSearch(search);
  if (actor.kind !== "person")
    redirect(`/sign-in?${new URLSearchParams({ back: `/proposals/preview${id ? `?copy=${id}` : ""}` })}`);
  const copy = id ? await findWorkingCopy(actor, id) : null;
  if (!copy) notFound();
  const [preview, head] = await Promise.all([
    findPreview(actor, copy.values),
    copy.number === null ? null : findProposalHead(actor, copy.number),
  ]);
  return (
    <article className="page measure">
      <Note tone={preview.faults.length > 0 ? "warn" : "info"} title="A preview, which only you see">
        <Faults faults={preview.faults} />
        <Onward copy={copy} head={head} mayBeSaved={preview.faults.length === 0} />
      </Note>
      <PageHead title={preview.title || "Without a title"} number={copy.number ?? undefined} />
      <ProposalText
        head={{ summary: preview.summary, imported: false, status: head?.status ?? "draft" }}
        text={preview.text}
      />
    </article>
  );
}

function Faults({ faults }: { faults: Preview["faults"] }) {
  if (faults.length === 0) return <p>This is what readers see once you have saved it.</p>;
  return (
    <>
      <p>Before this can be saved:</p>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field + message} dir="auto">
            {field}: {message}
          </li>
        ))}
      </ul>
    </>
  );
}

interface OnwardProps {
  copy: WorkingCopy;
  head: ProposalHead | null;
  mayBeSaved: boolean;
}

/** Back to the form with all that was typed, or on from here. */
function Onward({ copy, head, mayBeSaved }: OnwardProps) {
  const back = `${formPath(copy.number)}?copy=${copy.id}`;
  if (!mayBeSaved) {
    return (
      <p className="actions">
        <LinkButton href={back}>Go on writing</LinkButton>
      </p>
    );
  }
  const { reason = "", ...values } = copy.values;
  const hidden = {
    ...values,
    copy: copy.id,
    copyVersion: copy.copyVersion,
    ...(head && {
      number: head.number,
      version: copy.baseVersion ?? 0,
      base: JSON.stringify(copy.base ?? {}),
    }),
  };
  const isPublished = head !== null && head.status !== "draft";
  return (
    <ActionForm
      action={head ? reviseProposalAction : createProposalAction}
      submissionKey={newSubmissionKey()}
      label="Proposal"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {isPublished && (
        <TextField
          name="reason"
          label="Why it changes"
          hint="Readers see it with the new revision, such as “answers question 2”."
          defaultValue={reason}
          maxLength={500}
          required
        />
      )}
      <div className="actions">
        <SubmitButton>{isPublished ? "Publish this revision" : "Save draft"}</SubmitButton>
        <LinkButton href={back}>Go on writing</LinkButton>
      </div>
    </ActionForm>
  );
}
