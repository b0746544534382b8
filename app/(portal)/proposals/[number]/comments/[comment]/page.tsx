import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentHistory } from "@/components/discussion/comment-history";
import { reactForm, reactionsHtml } from "@/components/discussion/reactions-html";
import { commentHref, commentPage, quoteHref } from "@/components/discussion/timeline-entries";
import { MovedOn } from "@/components/proposals/moved-on";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { findComment, type ShownComment } from "@/lib/discussion/comment-queries";
import { agreeingIsNotVoting } from "@/lib/discussion/reactions";
import { tellReferences } from "@/lib/discussion/reference-queries";
import { readNumber } from "@/lib/proposals/schema";
import { PromiseSection } from "../_components/promise-section";
import { reactAction } from "../react-action";

interface Props {
  params: Promise<{ number: string; comment: string }>;
}

async function found({ params }: Props) {
  const { number, comment } = await params;
  const place = { proposal: readNumber(number), comment: readNumber(comment) };
  const actor = await currentActor();
  return { actor, ...place, shown: await findComment(actor, place) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `A comment on #${readNumber((await params).number)}` };
}

/** One comment by itself: what it says, what it said before, and who reacted. */
export default async function CommentPage(props: Props) {
  const { actor, shown, proposal } = await found(props);
  if (!shown) notFound();
  const [html = shown.html] = await tellReferences(actor, [shown.html]);
  const isPerson = actor.kind === "person";
  return (
    <article className="page">
      <PageHead title={`A comment on #${proposal}`} lead={<Byline shown={shown} />} />
      {shown.boardOnly && <Note tone="info">Only the board reads this comment.</Note>}
      <Prose html={html} />
      <MovedOn proposal={proposal} spoke={shown.revision} current={shown.currentRevision} />
      <Reactions shown={shown} proposal={proposal} mayReact={isPerson} />
      <p className="actions">
        <a href={`/proposals/${proposal}${commentHref(shown.id)}`}>In the discussion</a>
        {isPerson && <a href={`/proposals/${proposal}${quoteHref(shown.id)}`}>Quote</a>}
        {shown.mayEdit && <a href={`${commentPage(proposal, shown.id)}/edit`}>Edit</a>}
      </p>
      <PromiseSection shown={shown} actor={actor} />
      <Section title="What it said before" id="history">
        {shown.versions.length > 1 ? (
          <CommentHistory versions={shown.versions} />
        ) : (
          <p>Nothing else: it was not changed since it was written.</p>
        )}
      </Section>
    </article>
  );
}

function Byline({ shown: { author, at } }: { shown: ShownComment }) {
  return (
    <>
      <a href={`/people/${author.handle}`}>{author.name}</a>, <Time at={at} />
    </>
  );
}

interface ReactionsProps {
  shown: ShownComment;
  proposal: number;
  mayReact: boolean;
}

function Reactions({ shown, proposal, mayReact }: ReactionsProps) {
  const inside = {
    __html: reactionsHtml(shown.id, shown.reactions, mayReact ? "choose" : "look")?.text ?? "",
  };
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by `html`, which escapes */}
      <div className="actions" dangerouslySetInnerHTML={inside} />
      {shown.reactions.map(({ word, by }) => (
        <p key={word} className="hint">
          {word}:{" "}
          {by
            .slice(0, 50)
            .map((handle) => `@${handle}`)
            .join(", ")}
          {by.length > 50 && ` and ${by.length - 50} more`}
        </p>
      ))}
      {mayReact && (
        <form id={reactForm} className="react-form" action={reactAction}>
          <input type="hidden" name="proposal" value={proposal} />
          <input type="hidden" name="back" value="comment" />
          <p className="hint">{agreeingIsNotVoting}</p>
        </form>
      )}
    </>
  );
}
