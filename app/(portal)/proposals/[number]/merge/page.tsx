import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { MergeField } from "@/components/proposals/writing/merge-field";
import { DiscardForm } from "@/components/proposals/writing/unfinished";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey } from "@/lib/form-action";
import { type FormValues, fieldTitle, formValues } from "@/lib/proposals/form-values";
import { type Merge, mergeProposals } from "@/lib/proposals/merge";
import { mayRevise } from "@/lib/proposals/policy";
import { findProposalHead, findProposalText, type ProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { onePage } from "@/lib/proposals/text-diff";
import { findWorkingCopy, type WorkingCopy } from "@/lib/proposals/working-copy-queries";
import { readWritingSearch, type WritingSearch } from "@/lib/proposals/working-copy-schema";
import { discardWorkingCopyAction, reviseProposalAction } from "../../actions";

export const metadata: Metadata = { title: "Put two texts together" };

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<WritingSearch>;
}

/** Where somebody else saved while one was writing: what both did, side by side, and what becomes of it. */
export default async function MergePage({ params, searchParams }: Props) {
  const [actor, { number }, search] = await Promise.all([currentActor(), params, searchParams]);
  const head = await findProposalHead(actor, readNumber(number));
  const { copy: id } = readWritingSearch(search);
  if (!head || !id) notFound();
  if (actor.kind !== "person")
    redirect(`/sign-in?${new URLSearchParams({ back: `/proposals/${head.number}/merge?copy=${id}` })}`);
  const [text, copy] = await Promise.all([findProposalText(head), findWorkingCopy(actor, id)]);
  if (!copy || copy.number !== head.number) notFound();
  const may = mayRevise(actor, head.facts);
  const theirs = formValues({ ...head, ...text });
  const merge = mergeProposals(copy.base ?? {}, theirs, copy.values);
  return (
    <article className="page">
      <PageHead
        title="Put two texts together"
        number={head.number}
        lead="Somebody saved this proposal while you were writing. Nothing you typed is lost."
      />
      {!may.ok && <Note tone="warn">{may.refusal.message}</Note>}
      <TakenOver merge={merge} />
      <MergeForm head={head} copy={copy} merge={merge} theirs={theirs} />
      <DiscardForm
        action={discardWorkingCopyAction}
        submissionKey={newSubmissionKey()}
        copy={copy.id}
        number={head.number}
        label="Discard what you wrote"
        words="Discard what I wrote"
      />
    </article>
  );
}

function TakenOver({ merge: { theirs, mine, both } }: { merge: Merge }) {
  const list = (names: string[]) => names.map(fieldTitle).join(", ");
  return (
    <ul className="taken-over">
      {theirs.length > 0 && <li>Taken over from what was saved meanwhile: {list(theirs)}.</li>}
      {mine.length > 0 && <li>Taken over from what you wrote: {list(mine)}.</li>}
      {both.length > 0 && (
        <li>Changed by both of you, and yours to decide: {list(both.map(({ name }) => name))}.</li>
      )}
      {both.length === 0 && <li>No field was changed by both of you.</li>}
    </ul>
  );
}

interface FormProps {
  head: ProposalHead;
  copy: WorkingCopy;
  merge: Merge;
  theirs: FormValues;
}

function MergeForm({ head, copy, merge, theirs }: FormProps) {
  const decided = new Set(merge.both.map(({ name }) => name));
  const effort = onePage();
  const hidden = {
    ...Object.fromEntries(Object.entries(merge.values).filter(([name]) => !decided.has(name))),
    copy: copy.id,
    copyVersion: copy.copyVersion,
    number: head.number,
    version: head.version,
    base: JSON.stringify(theirs),
  };
  const isPublished = head.status !== "draft";
  return (
    <ActionForm
      action={reviseProposalAction}
      submissionKey={newSubmissionKey()}
      className="form merge"
      label="Both texts"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {merge.both.map((field) => (
        <MergeField key={field.name} field={field} effort={effort} />
      ))}
      {isPublished && (
        <TextField
          name="reason"
          label="Why it changes"
          hint="It is published: readers see this with the new revision, such as “answers question 2”."
          defaultValue={copy.values.reason}
          maxLength={500}
          required
        />
      )}
      <div className="actions">
        <SubmitButton>{isPublished ? "Publish this revision" : "Save draft"}</SubmitButton>
        <SubmitButton name="intent" value="write" variant="plain">
          Go on in the form
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
