import type { FormAction } from "@/components/forms/form-state";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import type { CopyShown } from "@/lib/proposals/working-copy-queries";
import { DiscardForm } from "./unfinished";

interface Props {
  copy: CopyShown;
  number: number;
  zone: string;
  action: FormAction;
  submissionKey: string;
}

/** Says that the form shows more than what is saved, and how to get back to that. */
export function TypedEarlier({ copy, number, zone, action, submissionKey }: Props) {
  return (
    <Note tone="info" title="This is not in the proposal yet">
      <p>
        The form shows what you typed until <Time at={copy.savedAt} zone={zone} />. Save it, or discard it to
        go back to what the proposal says.
      </p>
      <DiscardForm
        action={action}
        submissionKey={submissionKey}
        copy={copy.id}
        number={number}
        label="Discard what was typed"
      />
    </Note>
  );
}
