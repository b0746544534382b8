import { randomBytes } from "node:crypto";
import { now } from "../clock";
import type { Tx } from "../db/transaction";
import type { ImportPlan, PersonRef } from "./import-plan";

/** Persons of the portal by their username in the tracker. */
export type People = ReadonlyMap<string, number>;

/** Finds everybody who did something in the threads; who is new becomes a placeholder that can be claimed later. */
export async function placePeople(tx: Tx, plans: readonly ImportPlan[]): Promise<People> {
  const [first] = plans;
  if (!first) return new Map();
  const { tracker } = first;
  const named = new Map(plans.flatMap(peopleWhoActed).map((person) => [person.username, person]));
  const identities = await tx.externalIdentity.findMany({
    where: { tracker, username: { in: [...named.keys()] } },
    select: { username: true, personId: true },
  });
  const people = new Map(identities.map(({ username, personId }) => [username, personId]));
  const missing = [...named.values()].filter(({ username }) => !people.has(username));
  for (const [username, personId] of await createPlaceholders(tx, tracker, missing))
    people.set(username, personId);
  return people;
}

/** The person behind a username; a plan names nobody whom `placePeople` does not know. */
export function personIn(people: People, { username }: PersonRef): number {
  const id = people.get(username);
  if (id === undefined) throw new Error(`nobody was placed for ${username}`);
  return id;
}

/** Whoever only reacted, or was only mentioned, stays a name in the text. */
function peopleWhoActed(plan: ImportPlan): PersonRef[] {
  return [
    plan.author,
    ...plan.comments.flatMap(({ author, editor }) => (editor ? [author, editor] : [author])),
    ...plan.events.map(({ by }) => by),
    ...(plan.closed?.by ? [plan.closed.by] : []),
    ...(plan.state.assignee ? [plan.state.assignee] : []),
  ];
}

async function createPlaceholders(
  tx: Tx,
  tracker: string,
  people: readonly PersonRef[],
): Promise<[string, number][]> {
  if (people.length === 0) return [];
  const handles = await freeHandles(tx, tracker, people);
  const created = await tx.person.createManyAndReturn({
    data: handles.map(([person, handle]) => ({
      handle,
      name: person.fullName,
      isPlaceholder: true,
      createdAt: now(),
    })),
    select: { id: true, handle: true },
  });
  const ids = new Map(created.map(({ handle, id }) => [handle, id]));
  const placed = handles.map(([{ username }, handle]): [string, number] => [username, ids.get(handle) ?? 0]);
  await tx.externalIdentity.createMany({
    data: placed.map(([username, personId]) => ({ tracker, username, personId })),
  });
  return placed;
}

/** The username where nobody here is called that, else with the tracker's name behind it. */
async function freeHandles(
  tx: Tx,
  tracker: string,
  people: readonly PersonRef[],
): Promise<[PersonRef, string][]> {
  const [kind = tracker] = tracker.split(":");
  const wishes = people.map((person) => [person, handlesFor(person.username, kind)] as const);
  const rows = await tx.person.findMany({
    where: { handle: { in: wishes.flatMap(([, handles]) => handles) } },
    select: { handle: true },
  });
  const taken = new Set(rows.map(({ handle }) => handle));
  return wishes.map(([person, handles]) => {
    const free = handles.find((handle) => !taken.has(handle));
    const handle = free ?? `${handles[0]}-${randomBytes(4).toString("hex")}`;
    taken.add(handle);
    return [person, handle];
  });
}

const longestHandle = 40;

function handlesFor(username: string, kind: string): string[] {
  const plain = username.normalize("NFKD").toLowerCase().slice(0, longestHandle);
  const base = plain.replace(/[^a-z0-9_.-]+/g, "-").replace(/^[^a-z0-9]+|[^a-z0-9_]+$/g, "") || "someone";
  return [base, `${base}-${kind}`, ...[2, 3, 4].map((count) => `${base}-${kind}-${count}`)];
}
