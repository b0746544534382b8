import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listPeople, type PersonLine } from "@/lib/people/directory-queries";
import { roleLabels } from "@/lib/people/ui-text";
import { addPersonAction } from "./actions";

export const metadata: Metadata = { title: "People" };

interface Props {
  searchParams: Promise<Partial<Record<"q" | "after" | "kept", string | string[]>>>;
}

export default async function PeoplePage({ searchParams }: Props) {
  const [actor, { q, after, kept }] = await Promise.all([currentActor(), searchParams]);
  const wanted = { q: one(q), after: one(after) };
  const found = await listPeople(actor, wanted);
  if (!found) notFound();
  return (
    <article className="page">
      <PageHead
        title="People"
        lead="Who has an account, and which roles they hold. Every change is recorded."
      />
      <search>
        <form className="actions">
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={wanted.q}
            aria-label="Handle, name or address"
          />
          <Button type="submit">Search</Button>
        </form>
      </search>
      {found.people.length > 0 ? (
        <ul className="lines">
          {found.people.map((person) => (
            <Line key={person.handle} person={person} />
          ))}
        </ul>
      ) : (
        <EmptyState title="Nobody is called that." />
      )}
      {found.next && (
        <p>
          <a href={`/admin/people?${new URLSearchParams({ q: wanted.q, after: found.next })}`}>More people</a>
        </p>
      )}
      <Section title="Expect somebody">
        <ActionForm
          folded="Make an account for somebody who has not been here"
          action={addPersonAction}
          submissionKey={newSubmissionKey()}
          state={await stateFromKept(kept, "add-person")}
          submitLabel="Make the account"
          label="Make an account"
        >
          <TextField
            name="handle"
            label="Handle"
            hint="As the account service calls them, such as ada.l."
            required
          />
          <TextField name="name" label="Name" required />
          <TextField
            name="email"
            label="Address"
            hint="With it they can sign in by a link, without the account service."
            inputMode="email"
            required={false}
          />
        </ActionForm>
      </Section>
    </article>
  );
}

function Line({ person }: { person: PersonLine }) {
  const { handle, name, roles, disabledAt, email } = person;
  return (
    <li>
      <a className="line-title" href={`/admin/people/${encodeURIComponent(handle)}`}>
        <span dir="auto">{name}</span> <span className="no">@{handle}</span>
      </a>
      {disabledAt && <Badge stage="stopped">Account ended</Badge>}
      <p className="line-facts">
        {roles.map(({ role, body }) => `${roleLabels[role] ?? role}, ${body}`).join(" · ") || "No role"}
        {email && ` · ${email}`}
      </p>
    </li>
  );
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
