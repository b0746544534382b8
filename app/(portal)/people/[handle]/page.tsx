import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OwedSection } from "@/components/people/owed-section";
import { RoleList } from "@/components/people/role-list";
import { ProposalList } from "@/components/proposals/proposal-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { listOwed } from "@/lib/people/owed-queries";
import { findProfile, isHeld, type Profile } from "@/lib/people/profile-queries";
import { listProposals } from "@/lib/proposals/list-queries";
import { holds, isPerson } from "@/lib/workflow/actor";
import { PlaceholderNote } from "./_components/placeholder-note";

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `@${decodeURIComponent((await params).handle)}` };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const [actor, { handle }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const person = await findProfile(actor, decodeURIComponent(handle));
  if (!person) notFound();
  const isOwn = isPerson(actor, person.id);
  const [{ items }, owed] = await Promise.all([
    listProposals(actor, { authorId: person.id }),
    listOwed(actor, person.id),
  ]);
  return (
    <article className="page">
      <PageHead
        title={person.name}
        number={`@${person.handle}`}
        lead={
          (isOwn && <a href="/account">Your account and profile</a>) ||
          (holds(actor, "admin") && !person.isPlaceholder && <AdminLink handle={person.handle} />)
        }
      />
      {person.isPlaceholder && <PlaceholderNote person={person} actor={actor} kept={kept} />}
      {person.hasLeft && <Note tone="info">This account has ended. What they wrote stays.</Note>}
      {!person.isPlaceholder && <Facts items={factsOf(person)} />}
      {person.roles.length > 0 && <Roles person={person} />}
      {owed && !(person.isPlaceholder && owed.length === 0) && <OwedSection owed={owed} isOwn={isOwn} />}
      {!person.claimedBy && (
        <Section title="Proposals">
          {items.length > 0 ? (
            <ProposalList items={items} />
          ) : (
            <EmptyState title={`No proposals by ${person.name} yet.`} />
          )}
        </Section>
      )}
    </article>
  );
}

function AdminLink({ handle }: { handle: string }) {
  return <a href={`/admin/people/${encodeURIComponent(handle)}`}>Roles and account, for administrators</a>;
}

function factsOf({ pronouns, timeZone }: Profile) {
  return [
    ...(pronouns ? [{ term: "Pronouns", detail: <span dir="auto">{pronouns}</span> }] : []),
    { term: "Time zone", detail: timeZone },
  ];
}

function Roles({ person: { roles } }: { person: Profile }) {
  const now = roles.filter(isHeld);
  const past = roles.filter((role) => !isHeld(role));
  return (
    <>
      <Section title="Roles">
        {now.length > 0 ? <RoleList roles={now} /> : <EmptyState title="No role at present." />}
      </Section>
      {past.length > 0 && (
        <Section title="Roles that have ended">
          <RoleList roles={past} />
        </Section>
      )}
    </>
  );
}
