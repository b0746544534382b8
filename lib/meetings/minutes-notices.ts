import {
  type Notice,
  type NoticeTable,
  ownerOf,
  people,
  type ToldEvent,
  textOf,
} from "../notifications/notice";

/** Whom the review of minutes, and what becomes of ACTIONs, tell. */
export const minutesNotices: NoticeTable = {
  "meeting.adjourned": ({ meeting }) =>
    meeting
      ? [
          {
            to: people(...meeting.concernedIds),
            sentence: `${meeting.title} of ${meeting.date} is over. What you take away from it, and what may become a ticket, stands with its minutes.`,
            href: `/meetings/${meeting.date}/minutes#drafts`,
          },
        ]
      : [],
  "minutes.drafted": about(
    (name) => `The minutes of ${name} are drafted: read them, and say what is missing.`,
    [{ part: "directors" }],
  ),
  "minutes.reviewed": about(
    (name, { actor }) => `${actor.name} reviewed the draft of the minutes of ${name}.`,
    [{ part: "officers" }],
  ),
  "minutes_comment.posted": about(
    (name, event) =>
      `${event.actor.name} commented on the draft of the minutes of ${name}: ${textOf(event.data, "text")}`,
    [{ part: "officers" }],
    "#review",
  ),
  "minutes_comment.resolved": (event) =>
    about(
      (name) => `Your comment on the draft of the minutes of ${name} was resolved.`,
      [...people(Number(event.data.authorId))],
    )(event),
  "minutes_amendment.added": about(
    (name, { data }) => `The minutes of ${name} were corrected by amendment ${textOf(data, "number")}.`,
    [{ part: "directors" }, { part: "officers" }],
    "#amendments",
  ),
  "action.reassigned": (event) => reassigned(event),
  "action.reminded": ({ data, meeting }) =>
    meeting
      ? [
          {
            to: ownerOf(idIn(data.ownerPersonId), idIn(data.ownerBodyId)),
            sentence: `${meeting.title} of ${meeting.date} will ask how ${data.count === 1 ? "your ACTION stands" : `your ${textOf(data, "count")} ACTIONs stand`}. Say it ahead.`,
            href: `/meetings/${meeting.date}/actions`,
          },
        ]
      : [],
};

function about(
  words: (name: string, event: ToldEvent) => string,
  to: Notice["to"],
  part = "",
): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { meeting } = event;
    if (!meeting) return [];
    const sentence = words(`${meeting.title} of ${meeting.date}`, event);
    return [{ to, sentence, href: `/meetings/${meeting.date}/minutes${part}` }];
  };
}

/** Whoever has it now, and whoever had it. */
function reassigned({ actor, data, meeting }: ToldEvent): Notice[] {
  const href = `/meetings/actions/${textOf(data, "lineId")}`;
  const from = meeting ? `, from the meeting of ${meeting.date}` : "";
  const words = textOf(data, "action");
  return [
    {
      to: partiesIn(data.after),
      sentence: `${actor.name} gave you an ACTION${from}: ${words}`,
      href,
    },
    {
      to: partiesIn(data.before),
      sentence: `${actor.name} gave your ACTION${from} to ${textOf(data, "owner")}: ${words}`,
      href,
    },
  ];
}

function partiesIn(value: unknown) {
  if (typeof value !== "object" || value === null) return [];
  const { ownerPersonId, ownerBodyId } = value as Record<string, unknown>; // written by reassign-action
  return ownerOf(idIn(ownerPersonId), idIn(ownerBodyId));
}

function idIn(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
