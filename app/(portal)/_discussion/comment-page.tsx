import type { ReactNode } from "react";
import { CommentHistory } from "@/components/discussion/comment-history";
import { reactForm, reactionsHtml } from "@/components/discussion/reactions-html";
import { SubjectField } from "@/components/discussion/subject-field";
import { commentHref, commentPage, quoteHref } from "@/components/discussion/timeline-entries";
import { MovedOn } from "@/components/proposals/moved-on";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { ShownComment } from "@/lib/discussion/comment-queries";
import { discussedHref } from "@/lib/discussion/discussed-href";
import type { DiscussedNumber } from "@/lib/discussion/facts";
import { agreeingIsNotVoting } from "@/lib/discussion/reactions";
import { tellReferences } from "@/lib/discussion/reference-queries";
import type { Actor } from "@/lib/workflow/actor";
import { reactAction } from "./react-action";

interface Props {
  on: DiscussedNumber;
  actor: Actor;
  shown: ShownComment;
  /** What else is to be said of it. */
  children?: ReactNode;
}

/** One comment by itself: what it says, what it said before, and who reacted. */
export async function CommentPage({ on, actor, shown, children }: Props) {
  const [html = shown.html] = await tellReferences(actor, [shown.html]);
  const isPerson = actor.kind === "person";
  const page = discussedHref(on);
  return (
    <article className="page">
      <PageHead
        title={`A comment on ${on.proposal === undefined ? `T-${on.ticket}` : `#${on.proposal}`}`}
        lead={<Byline shown={shown} />}
      />
      {shown.boardOnly && <Note tone="info">Only the board reads this comment.</Note>}
      <Prose html={html} />
      {on.proposal !== undefined && (
        <MovedOn proposal={on.proposal} spoke={shown.revision} current={shown.currentRevision} />
      )}
      <Reactions shown={shown} on={on} mayReact={isPerson} />
      <p className="actions">
        <a href={`${page}${commentHref(shown.id)}`}>In the discussion</a>
        {isPerson && <a href={`${page}${quoteHref(shown.id)}`}>Quote</a>}
        {shown.mayEdit && <a href={`${commentPage(on, shown.id)}/edit`}>Edit</a>}
      </p>
      {children}
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
  on: DiscussedNumber;
  mayReact: boolean;
}

function Reactions({ shown, on, mayReact }: ReactionsProps) {
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
          <SubjectField on={on} />
          <input type="hidden" name="back" value="comment" />
          <p className="hint">{agreeingIsNotVoting}</p>
        </form>
      )}
    </>
  );
}
