import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { CandidateLine } from "@/lib/discussion/queries";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { OwnerChoice } from "@/lib/people/queries";
import { confirmCandidateAction, dismissCandidateAction } from "../../../../_discussion/actions";

interface Props {
  proposal: number;
  candidates: readonly CandidateLine[];
  owners: readonly OwnerChoice[];
  kept?: string | string[];
}

/** Sentences of an imported thread that read like questions: a person says which are, and of whom. */
export function Candidates({ proposal, candidates, owners, kept }: Props) {
  return (
    <Section title="Were these questions?" id="candidates">
      <p>The import found sentences that ask something. Confirm the ones that still need an answer.</p>
      <ol className="tl">
        {candidates.map((candidate) => (
          <Candidate key={candidate.id} {...{ proposal, candidate, owners, kept }} />
        ))}
      </ol>
    </Section>
  );
}

type CandidateProps = Omit<Props, "candidates"> & { candidate: CandidateLine };

async function Candidate({ proposal, candidate, owners, kept }: CandidateProps) {
  const state = await stateFromKept(kept, `confirm-${candidate.id}`);
  const { id, sentence, author, commentId } = candidate;
  return (
    <li className="say">
      <blockquote dir="auto">{sentence}</blockquote>
      <p>
        {author.name}
        {commentId && (
          <>
            {" · "}
            <a href={`/proposals/${proposal}?comment=${commentId}#comment-${commentId}`}>in its comment</a>
          </>
        )}
      </p>
      <Disclosure summary="Make it a question" open={state.status !== "idle"}>
        <ActionForm
          action={confirmCandidateAction}
          submissionKey={newSubmissionKey()}
          state={state}
          submitLabel="Confirm as a question"
          label={`Make it a question: ${sentence}`}
        >
          <HiddenField name="proposal" value={proposal} />
          <HiddenField name="candidate" value={id} />
          <SelectField
            name="of"
            label="Who should answer"
            options={[{ value: "", label: "Choose a person, a body or a role" }, ...owners]}
            required
          />
          <TextField
            name="text"
            label="In better words"
            hint="Left empty, it stays as it was written."
            required={false}
          />
        </ActionForm>
      </Disclosure>
      <ActionForm
        action={dismissCandidateAction}
        submissionKey={newSubmissionKey()}
        className="moves"
        label={`Dismiss: ${sentence}`}
      >
        <HiddenField name="proposal" value={proposal} />
        <HiddenField name="candidate" value={id} />
        <SubmitButton variant="quiet">Not a question</SubmitButton>
      </ActionForm>
    </li>
  );
}
