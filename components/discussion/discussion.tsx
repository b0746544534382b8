import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { Timeline } from "@/components/workflow/timeline";
import { agreeingIsNotVoting } from "@/lib/discussion/reactions";
import type { TimelinePart } from "@/lib/discussion/talk-queries";
import { CommentForm, type CommentFormProps } from "./comment-form";
import { reactForm } from "./reactions-html";
import { TalkPager } from "./talk-pager";
import { commentHref, onOf, type TimelinePlace, timelineEntries } from "./timeline-entries";

export interface DiscussionProps {
  place: TimelinePlace;
  part: TimelinePart;
  /** Absent for readers who may not write here now. */
  form?: Omit<CommentFormProps, "on" | "quote">;
  /** Carries out a reaction; its buttons stand in the timeline. */
  reactAction?: (data: FormData) => Promise<void>;
  /** Where to sign in, for those who could write then. */
  signInHref?: string;
}

/** Talk and events of a proposal or a ticket in one line of time, with the form that adds to it. */
export function Discussion({ place, part, form, reactAction, signInHref }: DiscussionProps) {
  return (
    <Section title="Discussion" id="discussion">
      <News part={part} />
      <TalkPager part={part} label="More of the discussion" />
      {part.entries.length > 0 ? (
        <Timeline entries={timelineEntries(place, part)} />
      ) : (
        <p>Nobody has said anything yet. Say what you think, or ask what you need to know.</p>
      )}
      {reactAction && part.place && (
        <form id={reactForm} className="react-form" action={reactAction}>
          <input type="hidden" name={place.isTicket ? "ticket" : "proposal"} value={place.number} />
          <p className="hint">{agreeingIsNotVoting}</p>
        </form>
      )}
      <TalkPager part={part} label="More of the discussion, below" />
      <div id="comment-form">{form && <CommentForm on={onOf(place)} quote={part.quote} {...form} />}</div>
      {!form && signInHref && (
        <p>
          <a href={signInHref}>Sign in</a> to comment, or to ask somebody a question.
        </p>
      )}
    </Section>
  );
}

function News({ part: { news } }: { part: TimelinePart }) {
  if (!news || news.count === 0) return null;
  return (
    <p className="news">
      <a href={commentHref(news.first)}>
        {news.count === 1 ? "1 new comment" : `${news.count.toLocaleString("en")} new comments`}
      </a>{" "}
      since <Time at={news.since} format="date" />
    </p>
  );
}
