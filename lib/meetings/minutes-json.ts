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
    approvedIn: record.approvedIn,
    preface: record.preface,
    quorum: quorumOf(record.seatedDirectors, directors),
    attendance: attendance.map(
      ({ handle, name, part, roles, state, arrivedAt, leftAt = null, spans = [] }) => ({
        ...{ handle, name, part, roles, state, arrivedAt, leftAt, spans },
      }),
    ),
    items: itemsHeld(record).map((item, index) => ({
      number: index + 1,
      title: item.title,
      proposal: item.proposal?.number ?? null,
      presenter: item.presenter?.handle ?? null,
      executive: item.executive,
      lines: item.lines.map(({ id, kind, text, owner, dueOn, questionNumber, at, amendedBy }) => ({
        ...{ id, kind, text, owner, dueOn, question: questionNumber, at },
        ...(amendedBy && { amendedBy }),
      })),
      motions: item.motions,
      decision: item.decision,
      note: item.note,
      approves: item.approves,
    })),
    reports: record.reports.map(({ text, from, owner, status, note }) => ({
      ...{ text, from, owner, status, note },
    })),
    amendments: record.amendments.map(({ number, itemId, lineId, was, text, reason, by, at }) => ({
      ...{ number, item: itemId, line: lineId, was, text, reason, by, at },
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
