import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { findPerson, type PersonLine } from "@/lib/people/directory-queries";
import { GiveRole, HeldRole, RecordPastRole } from "../_components/role-forms";
import { endAccountAction, openAccountAction } from "../actions";

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Roles of @${decodeURIComponent((await params).handle)}` };
}

export default async function PersonAdminPage({ params, searchParams }: Props) {
  const [actor, { handle }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const person = await findPerson(actor, decodeURIComponent(handle));
  if (!person) notFound();
  return (
    <article className="page measure">
      <PageHead
        title={person.name}
        number={`@${person.handle}`}
        lead={
          <>
            Roles and account; what everybody sees is on <a href={`/people/${person.handle}`}>their page</a>.
            Back to <a href="/admin/people">all people</a>.
          </>
        }
      />
      <Section title="Roles">
        {person.roles.length > 0 ? (
          <ul className="lines">
            {person.roles.map((role) => (
              <HeldRole key={`${role.role} ${role.bodyHandle}`} person={person} role={role} kept={kept} />
            ))}
          </ul>
        ) : (
          <EmptyState title="No role at present." />
        )}
        {!person.disabledAt && <GiveRole person={person} kept={kept} />}
        <RecordPastRole person={person} kept={kept} />
      </Section>
      <Section title="Account">
        <Account person={person} kept={kept} />
      </Section>
    </article>
  );
}

interface AccountProps {
  person: PersonLine;
  kept: string | string[] | undefined;
}

async function Account({ person, kept }: AccountProps) {
  const { disabledAt: ended, groupsAt, askAt } = person;
  return (
    <>
      {groupsAt && (
        <p>
          The account service told their groups on <Time at={groupsAt} />
          {askAt ? (
            <>
              , and is asked again on <Time at={askAt} />.
            </>
          ) : (
            ". It is asked again when they sign in."
          )}
        </p>
      )}
      {ended && (
        <p>
          It ended on <Time at={ended} format="date" />. What they wrote stays.
        </p>
      )}
      <ActionForm
        folded={ended ? "Open it again" : "End the account"}
        action={ended ? openAccountAction : endAccountAction}
        submissionKey={newSubmissionKey()}
        state={await stateFromKept(kept, ended ? "open-account" : "end-account")}
        label={ended ? "Open the account again" : "End the account"}
      >
        <HiddenField name="person" value={person.handle} />
        {!ended && (
          <p className="hint">
            Ends every session and every role at once. What they owe is shown to who follows them.
          </p>
        )}
        <TextField name="reason" label="Why" required={false} maxLength={2000} />
        <div className="actions">
          <SubmitButton variant={ended ? "primary" : "danger"}>
            {ended ? "Open the account" : "End the account"}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
