import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwedSection } from "@/components/people/owed-section";
import { ProposalList } from "@/components/proposals/proposal-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { listOwed } from "@/lib/people/owed-queries";
import { findProfile, type Profile } from "@/lib/people/queries";
import { roleLabels } from "@/lib/people/ui-text";
import { listProposals } from "@/lib/proposals/list-queries";
import { isPerson } from "@/lib/workflow/actor";

interface Props {
  params: Promise<{ handle: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `@${decodeURIComponent((await params).handle)}` };
}

export default async function PersonPage({ params }: Props) {
  const [actor, { handle }] = await Promise.all([currentActor(), params]);
  const person = await findProfile(actor, decodeURIComponent(handle));
  if (!person) notFound();
  const [{ items }, owed] = await Promise.all([
    listProposals(actor, { authorId: person.id }),
    listOwed(actor, person.id),
  ]);
  return (
    <article className="page">
      <PageHead title={person.name} number={`@${person.handle}`} />
      {person.isPlaceholder && (
        <Note tone="info">
          Known from an imported thread; this person has not come to the portal yet. When they do, they can
          claim this name.
        </Note>
      )}
      {person.roles.length > 0 && (
        <Section title="Roles">
          <Facts items={person.roles.map(roleFact)} />
        </Section>
      )}
      {owed && <OwedSection owed={owed} isOwn={isPerson(actor, person.id)} />}
      <Section title="Proposals">
        {items.length > 0 ? (
          <ProposalList items={items} />
        ) : (
          <EmptyState title={`No proposals by ${person.name} yet.`} />
        )}
      </Section>
    </article>
  );
}

function roleFact(role: Profile["roles"][number]) {
  return {
    term: roleLabels[role.role] ?? role.role,
    detail: (
      <>
        {role.sig ? <a href={`/sigs/${role.sig}`}>{role.body}</a> : role.body}, since{" "}
        <Time at={role.since} format="date" />
        {role.until && (
          <>
            {" "}
            until <Time at={role.until} format="date" />
          </>
        )}
      </>
    ),
  };
}
