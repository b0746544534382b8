import { type Block, clock, paragraph } from "./minutes-blocks";
import type { MinutesRecord, PersonThere } from "./minutes-record";
import { quorumChanges, quorumOf, quorumSentence } from "./quorum";

/** Who was there, in which part, with their offices and times; and who was not. */
export function attendees({ attendance }: MinutesRecord): Block[] {
  const there = attendance.filter((one) => one.state === "present" || one.state === "late");
  const away = attendance.filter((one) => one.state === "absent" || one.state === "regrets");
  const groups: [string, PersonThere[]][] = [
    ["Board members:", there.filter((one) => one.part === "director")],
    ["Officers:", there.filter((one) => one.part === "officer")],
    ["Guests:", there.filter((one) => one.part === "guest")],
    ["Absent:", away],
  ];
  if (attendance.length === 0) return [paragraph("Attendance was not recorded.")];
  return groups
    .filter(([, people]) => people.length > 0)
    .flatMap(([title, people]): Block[] => [
      paragraph(title),
      { kind: "list", entries: people.map(personEntry) },
    ]);
}

function personEntry(one: PersonThere): string {
  const { name, roles, state } = one;
  const office = roles.length > 0 ? ` (${roles.join(", ")})` : "";
  if (state === "absent") return `${name}${office}`;
  return `${name}${office}${state === "regrets" ? ", with regrets" : timesOf(one)}`;
}

/** ", from 20:30 until 20:50": said of who came late, left, or came back; nothing of who was there throughout. */
function timesOf({ state, arrivedAt, leftAt, spans = [] }: PersonThere): string {
  if (spans.length > 1) {
    const times = spans.map(({ from, to }) => `from ${clock(from)}${to ? ` until ${clock(to)}` : ""}`);
    return `, ${times.join(", and ")}`;
  }
  const late = state === "late" ? `, from ${arrivedAt ? clock(arrivedAt) : "later on"}` : "";
  return `${late}${leftAt ? `${late ? "" : ","} until ${clock(leftAt)}` : ""}`;
}

/** The quorum with its times: when it was reached, lost, and there again. */
export function quorumOfRecord(record: MinutesRecord): string {
  const directors = record.attendance.filter((one) => one.part === "director");
  const quorum = quorumOf(record.seatedDirectors, directors);
  const [first, ...later] = quorumChanges(
    record.seatedDirectors,
    directors.flatMap(({ spans = [] }) => spans),
  );
  const reachedAt = first?.at ?? quorum.reachedAt;
  const since = reachedAt ? ` Reached at ${clock(reachedAt)}.` : "";
  const changes = later.map(({ at, reached, attending }) =>
    reached ? ` There again at ${clock(at)}.` : ` Lost at ${clock(at)}, with ${attending} there.`,
  );
  return `${quorumSentence(quorum)}${since}${changes.join("")}`;
}
