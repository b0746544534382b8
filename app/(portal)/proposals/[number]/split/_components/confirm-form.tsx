import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { Note } from "@/components/ui/note";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { ProposalHead } from "@/lib/proposals/queries";
import type { Search } from "@/lib/tickets/read-choice";
import { whyNotConfirm } from "@/lib/tickets/split-balance";
import type { Split } from "@/lib/tickets/split-queries";
import { confirmSplitAction } from "../actions";

interface Props {
  head: ProposalHead;
  split: Split;
  search: Search;
  signedIn: boolean;
}

/** The requester's receipt: only at zero, else the sentence what is open. */
export async function ConfirmForm({ head, split, search, signedIn }: Props) {
  const move = head.moves.find(({ name }) => name === "confirm");
  if (!signedIn) {
    return (
      <p className="hint">
        <a href={`/sign-in?back=/proposals/${head.number}/split`}>Sign in</a> to work on this split.
      </p>
    );
  }
  if (!move) return null;
  const open = whyNotConfirm(split.balance) ?? move.refusal;
  if (open) return <Note tone="info">{open} It can be confirmed when nothing is open.</Note>;
  return (
    <div id="confirm">
      <ActionForm
        action={confirmSplitAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(search.kept, "confirm-split")}
        submitLabel={move.label}
        label={move.label}
      >
        <HiddenField name="number" value={head.number} />
        <HiddenField name="version" value={head.version} />
        <p className="sum">
          Everything is accounted for. Confirming ends the split and is your receipt, which the board sees.{" "}
          {split.tickets.length > 0
            ? "The tickets stay drafts until they are filed."
            : "Nothing of it is a ticket: the proposal is then complete."}
        </p>
      </ActionForm>
    </div>
  );
}
