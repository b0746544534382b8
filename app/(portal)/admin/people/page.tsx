import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/text-field";
import { PeopleFinder, type PeopleSearch, readPeopleSearch } from "@/components/people/people-finder";
import { Badge } from "@/components/ui/badge";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { listPeople } from "@/lib/people/directory-queries";
import { roleInWords } from "@/lib/people/ui-text";
import { addPersonAction } from "./actions";

export const metadata: Metadata = { title: "People" };

interface Props {
  searchParams: Promise<PeopleSearch & { kept?: string | string[] }>;
}

export default async function PeoplePage({ searchParams }: Props) {
  const [actor, { kept, ...search }] = await Promise.all([currentActor(), searchParams]);
  const wanted = readPeopleSearch(search);
  const found = await listPeople(actor, wanted);
  if (!found) notFound();
  return (
    <article className="page">
      <PageHead
        title="People"
        lead="Who has an account, and which roles they hold. Every change is recorded."
      />
      <PeopleFinder path="/admin/people" through="Handle, name or address" words={wanted.q} found={found}>
        {({ disabledAt, roles, email }) => (
          <>
            {disabledAt && <Badge stage="stopped">Account ended</Badge>}
            <p className="line-facts">
              {roles.map(roleInWords).join(" · ") || "No role"}
              {email && ` · ${email}`}
            </p>
          </>
        )}
      </PeopleFinder>
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
