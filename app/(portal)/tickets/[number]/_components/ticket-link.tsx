import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { TextField } from "@/components/forms/text-field";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { TicketShown } from "@/lib/tickets/queries";
import { linkIssueAction } from "../../actions";

interface Props {
  ticket: TicketShown;
  mayLink: boolean;
  kept: string | string[] | undefined;
}

/** The issue elsewhere that mirrors the ticket. */
export async function TicketLink({ ticket, mayLink, kept }: Props) {
  const { externalUrl, externalShort } = ticket;
  if (!externalUrl && !mayLink) return null;
  return (
    <Section title="Outside tracker">
      {externalUrl ? (
        <p>
          <a href={externalUrl} title={externalUrl} rel="noreferrer nofollow ugc">
            {externalShort ?? externalUrl}
          </a>
        </p>
      ) : (
        <p className="hint">No issue is linked yet.</p>
      )}
      {mayLink && <LinkForm ticket={ticket} state={await stateFromKept(kept, "link-issue")} />}
    </Section>
  );
}

function LinkForm({
  ticket,
  state,
}: {
  ticket: TicketShown;
  state: Awaited<ReturnType<typeof stateFromKept>>;
}) {
  return (
    <Disclosure
      summary={ticket.externalUrl ? "Change the link" : "Link an issue"}
      open={state.values !== undefined}
    >
      <ActionForm
        action={linkIssueAction}
        submissionKey={newSubmissionKey()}
        state={state}
        submitLabel="Save the link"
        label="Outside issue"
      >
        <HiddenField name="number" value={ticket.number} />
        <HiddenField name="version" value={ticket.version} />
        <TextField
          name="issue"
          label="Address of the issue"
          hint="Pagure, GitLab, Forgejo or GitHub. Empty takes the link away."
          inputMode="url"
          defaultValue={ticket.externalUrl ?? ""}
          required={false}
        />
        <TextField
          name="shared"
          label="Why two tickets stand for it"
          hint="Only where another ticket stands for the same issue already."
          required={false}
        />
      </ActionForm>
    </Disclosure>
  );
}
