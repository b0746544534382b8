import type { Metadata } from "next";
import { redirect } from "next/navigation";
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
import { newSubmissionKey } from "@/lib/form-action";
import { listTokens, type TokenLine } from "@/lib/tokens/queries";
import { tokenDays, tokenScopes } from "@/lib/tokens/ui-text";
import { holds } from "@/lib/workflow/actor";
import { createTokenAction, revokeTokenAction } from "./actions";

export const metadata: Metadata = { title: "Your tokens" };

export default async function TokensPage() {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect("/sign-in?back=/account/tokens");
  const tokens = await listTokens(actor);
  return (
    <article className="page">
      <PageHead
        title="Your tokens"
        lead={
          <>
            A token lets a program do through <a href="/api">the API</a> what you may do. Give each program
            its own, and revoke it when it has served.
          </>
        }
      />
      <Section title="Make a token">
        <MakeToken isAdmin={holds(actor, "admin")} />
      </Section>
      <Section title="What you made" id="tokens">
        {tokens.length === 0 ? (
          <EmptyState title="None yet.">
            Make a token above, and send it with each request:{" "}
            <code>Authorization: Bearer streamboard_…</code>
          </EmptyState>
        ) : (
          <ul className="lines">
            {tokens.map((token) => (
              <Line key={token.id} token={token} />
            ))}
          </ul>
        )}
      </Section>
    </article>
  );
}

function MakeToken({ isAdmin }: { isAdmin: boolean }) {
  const options = Object.entries(tokenScopes)
    .filter(([scope]) => scope !== "admin" || isAdmin)
    .map(([value, label]) => ({ value, label }));
  return (
    <ActionForm
      action={createTokenAction}
      submissionKey="make-token" // always the same: under a new one the form would begin anew, and its answer be gone
      submitLabel="Make the token"
      label="Make a token"
    >
      <TextField name="name" label="What for" hint="Such as “nightly report”." required />
      <SelectField name="scope" label="What it may do" options={options} defaultValue="read" />
      <TextField
        name="days"
        label="Days until it ends"
        hint={`At most ${tokenDays.most}.`}
        defaultValue={String(tokenDays.usual)}
        inputMode="numeric"
        required
      />
    </ActionForm>
  );
}

function Line({ token: { id, name, scope, state, createdAt, expiresAt, lastUsedAt } }: { token: TokenLine }) {
  return (
    <li>
      <b className="line-title">{name}</b>
      {state === "works" && (
        <ActionForm
          action={revokeTokenAction}
          submissionKey={newSubmissionKey()}
          className="inline-form"
          label={`Revoke ${name}`}
        >
          <HiddenField name="token" value={id} />
          <SubmitButton variant="plain" size="small">
            Revoke
          </SubmitButton>
        </ActionForm>
      )}
      <p className="line-facts">
        {state === "works" ? `May ${scope}` : state === "revoked" ? "Revoked" : "Over"}, made{" "}
        <Time at={createdAt} format="date" />, ends <Time at={expiresAt} format="date" />,{" "}
        {lastUsedAt ? (
          <>
            last used <Time at={lastUsedAt} />
          </>
        ) : (
          "never used"
        )}
      </p>
    </li>
  );
}
