import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { outcomeLabels } from "@/lib/decisions/ui-text";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { ProposalHead } from "@/lib/proposals/queries";
import { recordPastDecisionAction } from "../actions";

interface Props {
  head: ProposalHead;
  kept: string | string[] | undefined;
}

/** An imported thread that was closed is taken up where it stopped: with what the board decided then. */
export async function TakeUpForm({ head, kept }: Props) {
  const move = head.moves.find(({ name }) => name === "take_up");
  if (!move) return null;
  if (move.refusal) return <Note tone="info">{move.refusal}</Note>;
  return (
    <Section title="Take it up where it stopped">
      <p>Record what the board decided then. Its asks and open questions are then split into tickets.</p>
      <ActionForm
        action={recordPastDecisionAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, "past-decision")}
        submitLabel="Record it and start the split"
        label="Decision of the past"
      >
        <HiddenField name="number" value={head.number} />
        <HiddenField name="version" value={head.version} />
        <SelectField
          name="outcome"
          label="What was decided"
          options={(["redirected", "approved"] as const).map((value) => ({
            value,
            label: outcomeLabels[value],
          }))}
        />
        <TextField name="decidedOn" label="When" type="date" required />
        <TextArea name="text" label="The decision in words" rows={3} required />
        <TextField
          name="sourceUrl"
          label="Where it stands"
          hint="A link to the minutes of then."
          required={false}
        />
      </ActionForm>
    </Section>
  );
}
