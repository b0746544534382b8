import { type Tracker, trackers } from "./kinds";

/** Where a project, or a whole host, has moved: "pagure.io/centos-infra=forgejo:forge.example.org/centos/infra". */
export interface TrackerMove {
  from: string;
  to: string;
  /** Of the new place, where it is of another kind. */
  kind?: Tracker;
}

const place = /^[a-z0-9.-]+\.[a-z]{2,}(?::\d{1,5})?(?:\/[A-Za-z0-9_.][\w.+-]*){0,6}$/;

/** Reads the setting TRACKER_MOVES; undefined where it is not right. Entries are parted by commas or spaces. */
export function readMoves(text: string): TrackerMove[] | undefined {
  const moves = text
    .split(/[\s,]+/)
    .filter((each) => each !== "")
    .map(readMove);
  return moves.every((each) => each !== undefined) ? moves : undefined;
}

function readMove(text: string): TrackerMove | undefined {
  const { from, kind, to } =
    /^(?<from>[^=]+)=(?:(?<kind>[a-z]+):(?=[^\d]))?(?<to>[^=]+)$/.exec(text)?.groups ?? {};
  const known = trackers.find((each) => each === kind);
  if (!from || !to || !place.test(from) || !place.test(to) || (kind && !known)) return undefined;
  if (from.includes("/") !== to.includes("/")) return undefined;
  return { from, to, ...(known && { kind: known }) };
}

/** Where host and project are today. The longest entry that fits decides; moves of moves are followed. */
export function movedTo(
  at: { host: string; project: string; tracker: Tracker },
  moves: readonly TrackerMove[],
): { host: string; project: string; tracker: Tracker } {
  let now = at;
  // Each entry is followed once, so that two which lead to each other come to an end.
  const left = [...moves].sort((one, other) => other.from.length - one.from.length);
  for (let step = 0; step < moves.length; step += 1) {
    const index = left.findIndex(({ from }) => from === `${now.host}/${now.project}` || from === now.host);
    const [move] = index < 0 ? [] : left.splice(index, 1);
    if (!move) break;
    const [host = "", ...path] = move.to.split("/");
    const project = path.length > 0 ? path.join("/") : now.project;
    now = { host, project, tracker: move.kind ?? now.tracker };
  }
  return now;
}
