import {
  because,
  type Notice,
  type NoticeTable,
  numbersOf,
  people,
  type ToldEvent,
  textOf,
} from "../notifications/notice";

/** What becomes of what others asked, promised or decided: they hear what is dropped, and the board hears the whole. */
export const splitNotices: NoticeTable = {
  "split.placed": (event) => {
    const { proposal, data, actor } = event;
    const did = data.disposition === "dropped" ? "dropped" : "answered";
    // A ticket speaks for itself, and a question's answer is told as an answer.
    const isTold = data.disposition === "dropped" || (did === "answered" && data.disposition === "answered");
    const source = textOf(data, "source");
    if (!proposal || !isTold || (did === "answered" && source.startsWith("question"))) return [];
    return [
      {
        to: [...people(...numbersOf(data, "askers")), ...boardOf(event)],
        sentence: `${actor.name} ${did} ${source} of #${proposal.number} ${proposal.title} in its split${because(event)}`,
        href: `/proposals/${proposal.number}/split`,
        addressed: true,
      },
    ];
  },
  "follow_up.marked": ({ proposal, data, actor }): Notice[] =>
    proposal
      ? [
          {
            to: people(Number(data.promisedById)),
            sentence: `${actor.name} marked your comment on #${proposal.number} ${proposal.title} as the promise of a follow-up: its split will account for it.`,
            href: `/proposals/${proposal.number}?comment=${textOf(data, "commentId")}#comment-${textOf(data, "commentId")}`,
            addressed: true,
          },
        ]
      : [],
  "proposal.split_confirmed": (event) => {
    const { proposal, actor } = event;
    if (!proposal) return [];
    return [
      {
        to: [{ part: "officers" }, { part: "directors" }],
        sentence: `${actor.name} confirmed the split of #${proposal.number} ${proposal.title}: ${countsOf(event)}.`,
        href: `/proposals/${proposal.number}/split/receipt`,
      },
    ];
  },
};

/** What the board asked for itself is dropped before the officers' eyes. */
function boardOf({ data }: ToldEvent): Notice["to"] {
  return data.ofBoard === true ? [{ part: "officers" }] : [];
}

/** "9 placed in tickets, 1 answered, 1 dropped (question 2)" */
function countsOf({ data }: ToldEvent): string {
  const counts = (data.counts ?? {}) as Partial<Record<"ticketed" | "answered" | "dropped", number>>; // as confirmSplit writes it
  const dropped = Array.isArray(data.dropped) ? data.dropped.join(", ") : "";
  const parts = [
    counts.ticketed && `${counts.ticketed} placed in tickets`,
    counts.answered && `${counts.answered} answered`,
    counts.dropped && `${counts.dropped} dropped${dropped && ` (${dropped})`}`,
  ].filter(Boolean);
  return parts.join(", ") || "everything is accounted for";
}
