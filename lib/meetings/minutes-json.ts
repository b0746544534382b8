import { itemsHeld, type MinutesRecord } from "./minutes-record";
import { quorumOf } from "./quorum";

/** The minutes for programs: the same facts as in the Markdown, by name. */
export function minutesJson(record: MinutesRecord) {
  const { date, title, place, openedAt, adjournedAt, attendance } = record;
  const directors = attendance.filter((one) => one.part === "director");
  return {
    date,
    title,
    place,
    openedAt,
    adjournedAt,
    quorum: quorumOf(record.seatedDirectors, directors),
    attendance: attendance.map(({ handle, name, part, roles, state, arrivedAt }) => ({
      ...{ handle, name, part, roles, state, arrivedAt },
    })),
    items: itemsHeld(record).map((item, index) => ({
      number: index + 1,
      title: item.title,
      proposal: item.proposal?.number ?? null,
      presenter: item.presenter?.handle ?? null,
      executive: item.executive,
      lines: item.lines.map(({ id, kind, text, owner, dueOn, questionNumber, at }) => ({
        ...{ id, kind, text, owner, dueOn, question: questionNumber, at },
      })),
      motions: item.motions,
      decision: item.decision,
    })),
    carried: record.items
      .filter((item) => item.status === "carried")
      .map(({ title: carriedTitle, proposal, carriedTo }) => ({
        title: carriedTitle,
        proposal: proposal?.number ?? null,
        to: carriedTo,
      })),
  };
}
