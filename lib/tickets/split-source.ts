import type { Tx } from "../db/transaction";
import type { AskKind } from "./router";
import { type SourceKind, sourceName } from "./split-balance";

/** One thing that a split accounts for, as a command holds it. */
export interface HeldSource {
  kind: SourceKind;
  id: number;
  number: number;
  name: string;
  text: string;
  /** Only of an ask. */
  askKind: AskKind | null;
  /** Who hears what becomes of it, beside the requester. */
  askerIds: number[];
  /** It is the board's: a condition, or an action of its minutes. */
  isOfBoard: boolean;
  /** It was said in an executive session. */
  executive: boolean;
}

interface Wanted {
  sourceKind: SourceKind;
  sourceId: number;
}

type Found = Omit<HeldSource, "kind" | "id" | "name" | "askKind" | "isOfBoard" | "executive"> &
  Partial<Pick<HeldSource, "askKind" | "isOfBoard" | "executive">>;

/** The source of that kind and id, if it is one of this proposal's. */
export async function findSource(
  tx: Tx,
  proposalId: number,
  { sourceKind: kind, sourceId: id }: Wanted,
): Promise<HeldSource | null> {
  const found = await finders[kind](tx, proposalId, id);
  if (!found) return null;
  const name = sourceName({ kind, number: found.number });
  return { askKind: null, isOfBoard: false, executive: false, ...found, kind, id, name };
}

const finders: Record<SourceKind, (tx: Tx, proposalId: number, id: number) => Promise<Found | null>> = {
  ask: findAsk,
  question: findQuestion,
  condition: findCondition,
  action_line: findActionLine,
  follow_up: findFollowUp,
};

/** Who wrote an ask is who places it: nobody else has to hear of it. */
async function findAsk(tx: Tx, proposalId: number, id: number): Promise<Found | null> {
  const select = { number: true, text: true, kind: true } as const;
  const ask = await tx.ask.findFirst({ where: { id, proposalId }, select });
  return ask && { number: ask.number, text: ask.text, askKind: ask.kind, askerIds: [] };
}

async function findQuestion(tx: Tx, proposalId: number, id: number): Promise<Found | null> {
  const select = { number: true, text: true, askedById: true } as const;
  const question = await tx.question.findFirst({ where: { id, proposalId }, select });
  return question && { number: question.number, text: question.text, askerIds: [question.askedById] };
}

const ofItem = { select: { visibility: true } } as const;

async function findCondition(tx: Tx, proposalId: number, id: number): Promise<Found | null> {
  const select = { number: true, text: true, decision: { select: { item: ofItem } } } as const;
  const condition = await tx.condition.findFirst({ where: { id, decision: { proposalId } }, select });
  if (!condition) return null;
  const executive = condition.decision.item?.visibility === "executive";
  return { number: condition.number, text: condition.text, askerIds: [], isOfBoard: true, executive };
}

/** Lines have no numbers of their own: people count a proposal's actions in the order in which they were written. */
async function findActionLine(tx: Tx, proposalId: number, id: number): Promise<Found | null> {
  // What the board gives itself to do in an executive session is its own.
  const ofProposal = { kind: "action", item: { proposalId, visibility: "public" } } as const;
  const select = { text: true, ownerPersonId: true } as const;
  const line = await tx.minuteLine.findFirst({ where: { id, ...ofProposal }, select });
  if (!line) return null;
  const number = await tx.minuteLine.count({ where: { id: { lte: id }, ...ofProposal } });
  const askerIds = line.ownerPersonId === null ? [] : [line.ownerPersonId];
  return { number, text: line.text, askerIds, isOfBoard: true };
}

async function findFollowUp(tx: Tx, proposalId: number, id: number): Promise<Found | null> {
  const select = { number: true, text: true, markedById: true, comment: { select: { authorId: true } } };
  const followUp = await tx.followUp.findFirst({ where: { id, proposalId, unmarkedAt: null }, select });
  if (!followUp) return null;
  const { number, text, markedById, comment } = followUp;
  return { number, text, askerIds: [...new Set([markedById, comment.authorId])] };
}

/** What a split has dropped, by name, for everybody: what only the board reads is left out. */
export async function listDropped(tx: Tx, proposalId: number): Promise<string[]> {
  const entries = await tx.splitEntry.findMany({
    where: { proposalId, disposition: "dropped" },
    orderBy: { id: "asc" },
    select: { askId: true, questionId: true, conditionId: true, minuteLineId: true, followUpId: true },
  });
  const names: string[] = [];
  for (const entry of entries) {
    const wanted = wantedOf(entry);
    const source = wanted && (await findSource(tx, proposalId, wanted));
    if (source && !source.executive) names.push(source.name);
  }
  return names;
}

interface SourceIds {
  askId: number | null;
  questionId: number | null;
  conditionId: number | null;
  minuteLineId: number | null;
  followUpId: number | null;
}

/** Which source an entry stands for; a check of the database says that it is exactly one. */
function wantedOf(entry: SourceIds): Wanted | undefined {
  const { askId, questionId, conditionId, minuteLineId, followUpId } = entry;
  const ids: [SourceKind, number | null][] = [
    ["ask", askId],
    ["question", questionId],
    ["condition", conditionId],
    ["action_line", minuteLineId],
    ["follow_up", followUpId],
  ];
  const [found] = ids.flatMap(([sourceKind, sourceId]) =>
    sourceId === null ? [] : [{ sourceKind, sourceId }],
  );
  return found;
}
