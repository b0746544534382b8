import type { Quorum } from "./quorum";
import type { SessionItem } from "./session-queries";

interface Ending {
  items: readonly Pick<SessionItem, "id" | "status" | "title" | "proposal" | "decision">[];
  quorum: Quorum;
  attendanceRecorded: boolean;
}

/** What the meeting did not come to, in the order of its agenda. */
export function undiscussed<Item extends { status: string }>({ items }: { items: readonly Item[] }): Item[] {
  return items.filter(({ status }) => status === "planned");
}

/** What whoever adjourns is told first: no quorum, an item that is open, what ends undecided, questions that stay open. */
export function adjournNotices({ items, quorum, attendanceRecorded }: Ending): string[] {
  const open = items.find(({ status }) => status === "open");
  const undecided = items.filter(
    ({ status, proposal, decision }) =>
      (status === "open" || status === "done") && proposal?.status === "under_review" && decision === null,
  );
  const questions = undecided.reduce((sum, { proposal }) => sum + (proposal?.questions.length ?? 0), 0);
  return [
    ...quorumNotice(quorum, attendanceRecorded),
    ...(open ? [`“${open.title}” is still open. It is closed with the meeting.`] : []),
    ...undecided.map(({ title }) => `“${title}” is undecided: it ends with “no decision”.`),
    ...(questions > 0
      ? [
          `${questions === 1 ? "1 question stays" : `${questions} questions stay`} open, and ${questions === 1 ? "is" : "are"} carried with ${undecided.length === 1 ? "its proposal" : "their proposals"}.`,
        ]
      : []),
  ];
}

function quorumNotice({ reached, attending, needed }: Quorum, attendanceRecorded: boolean): string[] {
  if (!attendanceRecorded)
    return ["Nobody wrote down who was there; without it there is no quorum on record."];
  if (reached) return [];
  return [`There was no quorum: ${attending} of ${needed} needed directors. The minutes say so.`];
}
