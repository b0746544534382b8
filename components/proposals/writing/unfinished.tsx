import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import type { FormAction } from "@/components/forms/form-state";
import { SubmitButton } from "@/components/forms/submit-button";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import type { CopyShown } from "@/lib/proposals/working-copy-queries";

interface DiscardProps {
  action: FormAction;
  submissionKey: string;
  copy: string;
  number?: number;
  label: string;
  /** What the button says; "Discard" unless told. */
  words?: string;
}

/** Throws an unfinished text away; works without JavaScript too. */
export function DiscardForm({ action, submissionKey, copy, number, label, words = "Discard" }: DiscardProps) {
  return (
    <ActionForm action={action} submissionKey={submissionKey} label={label}>
      <HiddenField name="copy" value={copy} />
      {number && <HiddenField name="number" value={number} />}
      <div className="actions">
        <SubmitButton variant="quiet" size="small">
          {words}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

interface UnfinishedProps {
  copies: readonly CopyShown[];
  /** A new key for each form. */
  newKey: () => string;
  action: FormAction;
  zone: string;
  number?: number;
}

/** One's own texts that were never saved for good. */
export function Unfinished({ copies, newKey, action, zone, number }: UnfinishedProps) {
  if (copies.length === 0) return null;
  const path = number ? `/proposals/${number}/edit` : "/proposals/new";
  return (
    <Note tone="info" title={number ? "You have other unfinished texts for it" : "You have unfinished texts"}>
      <ul className="unfinished">
        {copies.map(({ id, title, savedAt }) => (
          <li key={id}>
            <span>
              <span dir="auto">{title || "Without a title"}</span>, <Time at={savedAt} zone={zone} />
            </span>
            <span className="actions">
              <LinkButton size="small" href={`${path}?copy=${id}`}>
                Go on<span className="sr-only"> with {title || "the text without a title"}</span>
              </LinkButton>
              <DiscardForm
                action={action}
                submissionKey={newKey()}
                copy={id}
                number={number}
                label={`Discard ${title || "the text without a title"}`}
              />
            </span>
          </li>
        ))}
      </ul>
    </Note>
  );
}
