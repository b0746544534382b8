import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { Timeline } from "@/components/workflow/timeline";
import type { TimelinePart } from "@/lib/discussion/talk-queries";
import { CommentForm, type CommentFormProps } from "./comment-form";
import { timelineEntries } from "./timeline-entries";

export interface DiscussionProps {
  /** The proposal's number. */
  number: number;
  part: TimelinePart;
  /** Absent for readers who may not write here now. */
  form?: Omit<CommentFormProps, "number">;
  /** Where to sign in, for those who could write then. */
  signInHref?: string;
}

/** Talk and events of a proposal in one line of time, with the form that adds to it. */
export function Discussion({ number, part, form, signInHref }: DiscussionProps) {
  const page = `/proposals/${number}`;
  return (
    <Section title="Discussion" id="discussion">
      <Pager
        {...(part.older !== undefined && { olderHref: `${page}?before=${part.older}#discussion` })}
        {...(part.newer !== undefined && { newerHref: newerHref(page, part.newer) })}
      />
      {part.entries.length > 0 ? (
        <Timeline entries={timelineEntries(number, part.entries)} />
      ) : (
        <p>Nobody has said anything yet. Say what you think, or ask what you need to know.</p>
      )}
      {form && <CommentForm number={number} {...form} />}
      {!form && signInHref && (
        <p>
          <a href={signInHref}>Sign in</a> to comment, or to ask somebody a question.
        </p>
      )}
    </Section>
  );
}

function newerHref(page: string, newer: number): string {
  return newer === 0 ? `${page}#discussion` : `${page}?before=${newer}#discussion`;
}
