import { db } from "@/lib/db/client";
import { makeMotionInput, rollCallInput, takePositionInput } from "@/lib/decisions/ballot-schema";
import { closeDueBallots } from "@/lib/decisions/commands/close-ballot";
import { makeMotion } from "@/lib/decisions/commands/make-motion";
import { openBallot } from "@/lib/decisions/commands/open-ballot";
import { recordBallotDecision } from "@/lib/decisions/commands/record-ballot-decision";
import { recordRollCall } from "@/lib/decisions/commands/record-roll-call";
import { secondMotion } from "@/lib/decisions/commands/second-motion";
import { takePosition } from "@/lib/decisions/commands/take-position";
import { ballotDecisionInput } from "@/lib/decisions/schema";
import type { Cast } from "./people";
import { publish, type Writing } from "./proposal-deeds";
import { must } from "./scene";
import { itemOf } from "./session-deeds";
import type { Player, Told } from "./stage";

/** Publishes it under a number of its own, so that those of the other stories stay as people know them. */
export async function publishAs(number: number, by: Player, told: Told, writing: Writing): Promise<void> {
  const sequence = `pg_get_serial_sequence('"Proposal"', 'number')`;
  const [last] = await db.$queryRawUnsafe<{ value: bigint }[]>(`SELECT nextval(${sequence}) - 1 AS "value"`);
  await db.$executeRawUnsafe(`SELECT setval(${sequence}, ${number}, false)`);
  await publish(by, told, writing);
  await db.$executeRawUnsafe(`SELECT setval(${sequence}, ${Number(last?.value ?? 0) + 1}, false)`);
}

/** Moves it outside of a meeting, has it seconded, and opens the vote. */
export async function putToVote(
  who: { mover: Player; seconder: Player; officer: Player },
  told: Told,
  text: string,
): Promise<void> {
  const motion = { proposal: told.number, text, outcome: "approved", rule: "consensus" };
  must(await makeMotion(who.mover, makeMotionInput.parse(motion)));
  must(await secondMotion(who.seconder, { ...(await theBallot(told)), seconder: "" }));
  must(await openBallot(who.officer, await theBallot(told)));
}

/** A motion in a meeting, written down by the secretary, and the roll of who is there. */
export async function voteInMeeting(cast: Cast, date: string, title: string, text: string): Promise<void> {
  const { secretary, directorOne, directorTwo } = cast;
  const { id: itemId } = await itemOf(date, title);
  const named = { mover: directorOne.handle, seconder: directorTwo.handle };
  const motion = { itemId, text, outcome: "approved", rule: "majority", ...named };
  const { ballot } = must(await makeMotion(secretary, makeMotionInput.parse(motion)));
  must(await openBallot(secretary, { ballot, version: 1 }));
  const there = await db.attendance.findMany({
    where: { meeting: { date }, part: "director", state: { in: ["present", "late"] } },
    select: { person: { select: { handle: true } } },
  });
  const positions = there.map(({ person }) => ({ person: person.handle, value: "for" }));
  must(await recordRollCall(secretary, rollCallInput.parse({ ballot, positions })));
}

export async function vote(by: Player, told: Told, value: string, reason = ""): Promise<void> {
  const { ballot } = await theBallot(told);
  const seen = await db.position.count({ where: { ballotId: ballot, personId: by.personId } });
  must(await takePosition(by, takePositionInput.parse({ ballot, value, reason, seen })));
}

/** What the portal does by itself each minute. */
export async function closeWhatIsOver(): Promise<void> {
  await closeDueBallots();
}

export async function writeDownDecision(by: Player, told: Told, text: string): Promise<void> {
  const { ballot } = await theBallot(told);
  const input = ballotDecisionInput.parse({ ballot, outcome: "approved", method: "consensus", text });
  must(await recordBallotDecision(by, input));
}

async function theBallot({ number }: Told): Promise<{ ballot: number; version: number }> {
  const { id, version } = await db.ballot.findFirstOrThrow({
    where: { proposal: { number } },
    orderBy: { id: "desc" },
    select: { id: true, version: true },
  });
  return { ballot: id, version };
}
