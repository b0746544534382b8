import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EndorsementItem } from "@/components/proposals/endorsement-item";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { type EndorsementLine, findSupport } from "@/lib/proposals/endorsement-queries";
import { findProposalHead, type ProposalHead } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { AskForm } from "./_components/ask-form";
import { EndorsementMoves } from "./_components/endorsement-moves";
import { OfferForm } from "./_components/offer-form";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<{ kept?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Who stands behind #${readNumber((await params).number)}` };
}

export default async function SupportPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  const head = await findProposalHead(actor, readNumber((await params).number));
  const [support, { kept }] = await Promise.all([head && findSupport(actor, head.id), searchParams]);
  if (!head || !support) notFound();
  const sponsors = support.lines.filter(({ part }) => part === "sponsor");
  const endorsers = support.lines.filter(({ part }) => part === "endorser");
  return (
    <ProposalFrame head={head} current="proposal">
      <p>
        <a href={`/proposals/${head.number}`}>Back to the proposal</a>
      </p>
      <Section title="Sponsor" id="support">
        {sponsors.length === 0 && (
          <EmptyState title="Nobody sponsors it yet.">
            <p>
              A sponsor brings it to the board: a director, or the chair of another SIG. They are asked, and
              confirm it themselves.
            </p>
          </EmptyState>
        )}
        <People head={head} lines={sponsors} kept={kept} />
      </Section>
      {endorsers.length > 0 && (
        <Section title="Endorsements" id="endorsements">
          <People head={head} lines={endorsers} kept={kept} />
        </Section>
      )}
      {support.closed && <p className="meta">{support.closed}</p>}
      {support.mayAsk && <AskForm number={head.number} eligible={support.eligible} kept={kept} />}
      {support.mayOffer.length > 0 && <OfferForm number={head.number} parts={support.mayOffer} kept={kept} />}
      {actor.kind !== "person" && (
        <p>
          <a href={`/sign-in?back=/proposals/${head.number}/support`}>Sign in</a> to answer a request, or to
          stand behind it yourself.
        </p>
      )}
    </ProposalFrame>
  );
}

function People({
  head,
  lines,
  kept,
}: {
  head: ProposalHead;
  lines: EndorsementLine[];
  kept?: string | string[];
}) {
  if (lines.length === 0) return null;
  return (
    <ol className="supporters" data-list>
      {lines.map((line) => (
        <EndorsementItem key={line.id} number={head.number} revision={head.revision} line={line}>
          <EndorsementMoves number={head.number} line={line} kept={kept} />
        </EndorsementItem>
      ))}
    </ol>
  );
}
