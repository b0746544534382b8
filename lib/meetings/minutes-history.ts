import type { Say } from "../workflow/history";

const quoted = (text: string): string => (text ? `“${text}”` : "an ACTION");
const when = (text: string): string => text && ` (${text.replaceAll("_", " ")})`;

/** Minutes after the meeting, and what became of ACTIONs, in the words of histories. */
export const minutesSentences: Readonly<Record<string, Say>> = {
  "minutes.reviewed": () => "reviewed the draft of the minutes",
  "minutes.reopened": () => "took the minutes back to the draft",
  "minutes.note_written": (fact) =>
    fact("itemId") ? "wrote a note under an item of the minutes" : "wrote the preface of the minutes",
  "minutes.note_removed": (fact) =>
    fact("itemId") ? "removed a note from the minutes" : "removed the preface of the minutes",
  "minutes.approved": (fact) => `noted that the minutes were approved at the meeting of ${fact("in")}`,
  "minutes_amendment.added": (fact) => `corrected the minutes by amendment ${fact("number")}`,
  "minutes_comment.posted": (fact) => `commented on the draft of the minutes: ${quoted(fact("text"))}`,
  "minutes_comment.resolved": () => "resolved a comment on the draft of the minutes",
  "minutes_comment.reopened": () => "opened a comment on the draft of the minutes again",
  "action.reported": (fact) =>
    `said of ${quoted(fact("action"))}${when(fact("to"))}${fact("note") && `: ${fact("note")}`}`,
  "action.done": (fact) =>
    `said that ${quoted(fact("action"))} is done${fact("note") && `: ${fact("note")}`}`,
  "action.dropped": (fact) => `dropped ${quoted(fact("action"))}${fact("note") && `: ${fact("note")}`}`,
  "action.reopened": (fact) => `opened ${quoted(fact("action"))} again${fact("note") && `: ${fact("note")}`}`,
  "action.reassigned": (fact) => `gave ${quoted(fact("action"))} to ${fact("owner")}`,
  "action.reminded": (fact) =>
    fact("count") === "1"
      ? "reminded the owner of an ACTION"
      : `reminded the owner of ${fact("count")} ACTIONs`,
};
