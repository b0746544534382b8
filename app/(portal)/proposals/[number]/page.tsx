import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProposalAside } from "@/components/proposals/proposal-aside";
import { ProposalFrame } from "@/components/proposals/proposal-frame";
import { ProposalText } from "@/components/proposals/proposal-text";
import { RelationNote } from "@/components/proposals/relation-note";
import { Note } from "@/components/ui/note";
import { currentReader } from "@/lib/auth/reader";
import { stateFromKept } from "@/lib/form-action";
import { findProposalHead, findProposalText } from "@/lib/proposals/queries";
import { readNumber } from "@/lib/proposals/schema";
import { findProposalSide } from "@/lib/proposals/side-queries";
import { WatchSide } from "../../_discussion/watch-side";
import { AskConsent } from "./_components/ask-consent";
import { findDiscussionPart, ProposalDiscussion } from "./_components/proposal-discussion";
import { ProposalMoves } from "./_components/proposal-moves";
import { tellTexts } from "./_components/told-texts";

interface Props {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const findHead = async ({ params }: Props) =>
  findProposalHead((await currentReader()).actor, readNumber((await params).number));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number } = await props.params;
  return { title: `Proposal #${readNumber(number)}` };
}

export default async function ProposalPage(props: Props) {
  const head = await findHead(props);
  if (!head) notFound();
  const { actor } = await currentReader();
  const search = await props.searchParams;
  const [written, side, said] = await Promise.all([
    findProposalText(head),
    findProposalSide(actor, head),
    findDiscussionPart(actor, head, search),
  ]);
  const { text, talk } = await tellTexts(actor, { text: written, talk: said });
  const declined = await stateFromKept(search.kept, "decline-ask");
  return (
    <ProposalFrame head={head} current="proposal">
      {head.status === "draft" && (
        <Note tone="info">
          This is a draft: only{" "}
          {head.coAuthors.length > 0
            ? "those who write it see it until its author publishes it"
            : "you see it until you publish it"}
          .
        </Note>
      )}
      <RelationNote relations={side.relations} />
      <div className="with-side">
        <ProposalMoves head={head} kept={search.kept} />
        <div>
          <ProposalText
            head={head}
            text={text}
            belowAsk={(ask) => <AskConsent head={head} ask={ask} actor={actor} kept={declined} />}
          />
          <ProposalDiscussion head={head} actor={actor} search={search} part={talk} />
        </div>
        <ProposalAside head={head} side={side}>
          <WatchSide on={{ proposal: head.number }} stance={side.watch} />
        </ProposalAside>
      </div>
    </ProposalFrame>
  );
}
