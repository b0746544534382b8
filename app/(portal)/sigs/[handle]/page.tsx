import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PeopleLinks } from "@/components/people/people-links";
import { SigAside } from "@/components/people/sig-aside";
import { SigDuties } from "@/components/people/sig-duties";
import { ProposalList } from "@/components/proposals/proposal-list";
import { TicketList } from "@/components/tickets/ticket-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { HistoryList } from "@/components/workflow/history-list";
import { currentActor } from "@/lib/auth/reader";
import { listDirectorsOfNow } from "@/lib/people/queries";
import { listProposals } from "@/lib/proposals/list-queries";
import { listSigTickets } from "@/lib/tickets/list-queries";
import { DescribeForm, SponsorForm } from "./_components/sig-forms";
import { SigWorkloads } from "./_components/sig-workloads";
import { readSig } from "./read-sig";

interface Props {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

const mostShown = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readSig((await params).handle))?.name ?? "SIG" };
}

export default async function SigPage({ params, searchParams }: Props) {
  const [actor, { handle }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const sig = await readSig(handle);
  if (!sig) notFound();
  const [proposals, tickets, directors] = await Promise.all([
    listProposals(actor, { sig: sig.handle }, undefined, mostShown),
    listSigTickets(actor, sig),
    sig.maySponsor ? listDirectorsOfNow() : [],
  ]);
  const signedIn = actor.kind === "person";
  return (
    <article className="page">
      <PageHead title={sig.name} number={sig.handle} lead={<Leads sig={sig} />} />
      <div className="with-side">
        <div>
          <Section title="What it is for" id="purpose">
            {sig.purposeHtml ? (
              <Prose html={sig.purposeHtml} />
            ) : (
              <EmptyState title="Nobody has said yet what it is for.">Its chair can, here.</EmptyState>
            )}
            {sig.mayDescribe && <DescribeForm sig={sig} kept={kept} />}
          </Section>
          <Section
            title="Proposals"
            aside={proposals.nextCursor && <a href={`/proposals?sig=${sig.handle}`}>All its proposals</a>}
          >
            {proposals.items.length > 0 ? (
              <ProposalList items={proposals.items} />
            ) : (
              <EmptyState title="No proposal stands in its name yet." />
            )}
          </Section>
          <Section
            title="Tickets"
            aside={tickets.length > mostShown && `the ${mostShown} latest, open ones first`}
          >
            {tickets.length > 0 ? (
              <TicketList items={tickets.slice(0, mostShown)} />
            ) : (
              <EmptyState title="No ticket is its own, or came from its proposals." />
            )}
          </Section>
          <SigWorkloads sig={sig} kept={kept} />
          {sig.history.length > 0 && (
            <Section title="History">
              <HistoryList entries={sig.history} />
            </Section>
          )}
        </div>
        <SigAside sig={sig}>
          <SigDuties sig={sig} />
          {sig.maySponsor && <SponsorForm sig={sig} directors={directors} kept={kept} />}
          {!signedIn && (
            <p className="hint">
              <a href={`/sign-in?back=/sigs/${sig.handle}`}>Sign in</a> to change what is yours here.
            </p>
          )}
        </SigAside>
      </div>
    </article>
  );
}

function Leads({ sig }: { sig: { chairs: { handle: string; name: string }[] } }) {
  return (
    <>
      Led by <PeopleLinks people={sig.chairs} none="nobody at the moment" />.
    </>
  );
}
