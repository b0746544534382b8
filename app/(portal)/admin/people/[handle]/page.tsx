import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { findPerson, listBodies, type PersonLine } from "@/lib/people/directory-queries";
import { roleLabels } from "@/lib/people/ui-text";
import { endAccountAction, endRoleAction, giveRoleAction, openAccountAction } from "../actions";

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
            <a href={`/people/${person.handle}`}>Their page</a>. <a href="/admin/people">All people</a>.
          </>
        }
      />
      <Section title="Roles">
        {person.roles.length > 0 ? (
          <ul className="lines">
            {person.roles.map((role) => (
              <Role key={`${role.role} ${role.bodyHandle}`} person={person} role={role} />
            ))}
          </ul>
        ) : (
          <EmptyState title="No role." />
        )}
        {!person.disabledAt && <GiveRole person={person} kept={kept} />}
      </Section>
      <Section title="Account">
        <Account person={person} kept={kept} />
      </Section>
    </article>
  );
}

function Role({ person, role }: { person: PersonLine; role: PersonLine["roles"][number] }) {
  const name = `${roleLabels[role.role] ?? role.role}, ${role.body}`;
  return (
    <li>
      <b className="line-title">{name}</b>
      <p className="line-facts">
        Since <Time at={role.since} format="date" />
        {role.group &&
          ` by the group ${role.group}: it comes back ${person.askAt ? "when the account service is asked next" : "at the next sign-in"} while the group gives it`}
      </p>
      <div className="line-forms">
        <ActionForm
          folded={`End “${name}”`}
          action={endRoleAction}
          submissionKey={newSubmissionKey()}
          submitLabel="End the role"
          label={`End ${name}`}
        >
          <HiddenField name="person" value={person.handle} />
          <HiddenField name="role" value={role.role} />
          <HiddenField name="body" value={role.bodyHandle} />
          <TextField name="reason" label="Why" hint="They are told." required={false} maxLength={2000} />
        </ActionForm>
      </div>
    </li>
  );
}

interface FormProps {
  person: PersonLine;
  kept: string | string[] | undefined;
}

async function GiveRole({ person, kept }: FormProps) {
  const bodies = await listBodies();
  return (
    <ActionForm
      folded="Give a role"
      action={giveRoleAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "give-role")}
      submitLabel="Give the role"
      label="Give a role"
    >
      <HiddenField name="person" value={person.handle} />
      <SelectField
        name="role"
        label="Role"
        options={Object.entries(roleLabels).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        name="body"
        label="In"
        options={bodies.map(({ handle, name }) => ({ value: handle, label: name }))}
      />
    </ActionForm>
  );
}

async function Account({ person, kept }: FormProps) {
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
