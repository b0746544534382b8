import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuditList } from "@/components/audit/audit-list";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PeopleLinks } from "@/components/people/people-links";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { agentWords } from "@/lib/audit/agent-words";
import { listOwnAudit } from "@/lib/audit/queries";
import { currentActor, currentSessionId } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listLikelyPlaceholders } from "@/lib/import-export/claim-queries";
import { type Account, findAccount, type SessionShown } from "@/lib/people/account-queries";
import { roleLabel } from "@/lib/people/ui-text";
import { describeOneselfAction, revokeSessionAction } from "./actions";

export const metadata: Metadata = { title: "Your account" };

interface Props {
  searchParams: Promise<{ kept?: string | string[]; saved?: string | string[] }>;
}

const mostLately = 8;

export default async function AccountPage({ searchParams }: Props) {
  const [actor, sessionId, { kept, saved }] = await Promise.all([
    currentActor(),
    currentSessionId(),
    searchParams,
  ]);
  const [account, likely, lately] = await Promise.all([
    findAccount(actor, sessionId),
    listLikelyPlaceholders(actor),
    listOwnAudit(actor, undefined, mostLately),
  ]);
  if (!account) redirect("/sign-in?back=/account");
  return (
    <article className="page">
      <PageHead
        title="Your account"
        number={`@${account.handle}`}
        lead={
          <>
            What others see of you is on <a href={`/people/${account.handle}`}>your page</a>. Programs act for
            you with <a href="/account/tokens">your tokens</a>.
          </>
        }
      />
      {saved && <Note tone="good">Your profile is saved.</Note>}
      {likely.length > 0 && (
        <Note tone="info" title="Is this you?">
          Imported threads know <PeopleLinks people={likely} none="" />. If that is you, say so on that page:
          what stands there becomes yours once it is confirmed.
        </Note>
      )}
      <div className="with-side">
        <div>
          <Section title="Profile">
            <Profile account={account} kept={kept} />
          </Section>
          <Section title="Where you are signed in" id="sessions">
            <ul className="lines">
              {account.sessions.map((session) => (
                <SessionLine key={session.key} session={session} />
              ))}
            </ul>
            {account.sessions.length > 1 && <End session="all" label="Sign out everywhere" />}
          </Section>
          <Section title="What your account did lately" id="activity">
            <AuditList lines={lately?.items ?? []} />
            <p className="actions">
              <a href="/account/activity">All that your account did</a>
            </p>
          </Section>
        </div>
        <aside className="side" aria-label="About this account">
          <Facts items={factsOf(account)} />
        </aside>
      </div>
    </article>
  );
}

async function Profile({ account, kept }: { account: Account; kept: string | string[] | undefined }) {
  return (
    <ActionForm
      action={describeOneselfAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "profile")}
      submitLabel="Save the profile"
      label="Profile"
    >
      <HiddenField name="version" value={account.version} />
      <TextField name="name" label="Name" defaultValue={account.name} autoComplete="name" required />
      <TextField
        name="pronouns"
        label="Pronouns"
        hint="As others should use them, such as she/her."
        defaultValue={account.pronouns}
        required={false}
      />
      <TextField
        name="timeZone"
        label="Time zone"
        hint="By its name, such as Europe/Amsterdam: times are shown in it beside UTC."
        defaultValue={account.timeZone}
        required
      />
    </ActionForm>
  );
}

const methods: Readonly<Record<string, string>> = {
  demo: "as somebody of the demo",
  oidc: "with the account service",
  mail: "by a link",
};

function SessionLine({ session }: { session: SessionShown }) {
  const { agent, method, createdAt, lastSeenAt, expiresAt, isThis, key } = session;
  return (
    <li>
      <b className="line-title">{isThis ? "This browser" : "Another browser"}</b>
      <End session={key} label={isThis ? "Sign out here" : "Sign it out"} />
      {agent && <p className="line-text">{agentWords(agent)}</p>}
      <p className="line-facts">
        Signed in {methods[method] ?? method} on <Time at={createdAt} />, last seen <Time at={lastSeenAt} />,
        ends at the latest on <Time at={expiresAt} format="date" />
      </p>
    </li>
  );
}

function End({ session, label }: { session: string; label: string }) {
  return (
    <ActionForm
      action={revokeSessionAction}
      submissionKey={newSubmissionKey()}
      className="inline-form"
      label={label}
    >
      <HiddenField name="session" value={session} />
      <SubmitButton variant="plain" size="small">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

function factsOf({ email, roles, providers }: Account) {
  return [
    ...roles.map(({ role, body, since, group }) => ({
      term: roleLabel(role),
      detail: (
        <>
          {body}, since <Time at={since} format="date" />
          {group && ` (by the group ${group})`}
        </>
      ),
    })),
    { term: "Address", detail: email ?? "none known; the account service can give one" },
    ...providers.map(({ issuer, lastUsedAt, groupsAt, askAt }) => ({
      term: "Account service",
      detail: (
        <>
          {new URL(issuer).host}, last used <Time at={lastUsedAt} format="date" />. It told your groups on{" "}
          <Time at={groupsAt} />
          {askAt ? (
            <>
              , and is asked again on <Time at={askAt} />.
            </>
          ) : (
            "; the next time is when you sign in."
          )}
        </>
      ),
    })),
  ];
}
