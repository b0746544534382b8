import { beforeAll, describe, expect, it } from "vitest";
import { everybody, type Who } from "@/lib/api/audience";
import { type Operation, parametersOf } from "@/lib/api/operation";
import type { Domain } from "@/lib/api/registry";
import { holds } from "@/lib/workflow/actor";
import { type Answered, aCookie, aToken, call } from "../../factories/api";
import { type Cast, theCast } from "../../factories/cast";
import type { Person } from "../../factories/people";
import { casesOf } from "./all-cases";
import type { Attempt, Ready, Trial } from "./case";
import { type Deed, deedsOf } from "./deeds";
import { changedBetween, fingerprint } from "./fingerprint";

/**
 * Sends everybody to try every operation of a domain. Those outside of its audience try first, all on the same thing, and
 * are refused without a trace; then each who may, on a fresh one, is answered as the operation promises.
 */
export function tryEverybody(domain: Domain): void {
  const cases = casesOf[domain];
  let cast: Cast;
  beforeAll(async () => {
    tokens.clear(); // another file's people had the same numbers
    cookies.clear();
    cast = await theCast();
    // Making a token is an event: it is not to be one of those that a refused attempt leaves.
    for (const person of Object.values(cast)) await Promise.all([tokenOf(person), cookieOf(person)]);
  });

  describe(`who may, of ${domain}`, () => {
    for (const deed of deedsOf(domain)) {
      const given = cases[deed.name];
      if (!given) continue; // tests/architecture/permission-cases.test.ts says so
      it(`${deed.operation.summary}${deed.move ? ` (${deed.move})` : ""}: ${deed.audience.says}`, () =>
        tried(deed, typeof given === "function" ? { ready: given } : given, cast));
    }
  });
}

type Tried = Deed & Pick<Trial, "isTurnedDown">;

async function tried(plain: Deed, given: Trial, cast: Cast): Promise<void> {
  const deed: Tried = { ...plain, ...(given.isTurnedDown && { isTurnedDown: given.isTurnedDown }) };
  const { audience, operation } = deed;
  const { ready, own, never } = given;
  const again = given.again ?? operation.method === "GET";
  const first = await ready(cast);
  await expectRefused(deed, first, cast);
  const wrong = given.isPrivate
    ? await withoutThatOfAnother(deed, first, cast)
    : await (again ? allOnOne : eachOnFresh)(deed, first, cast, ready);
  if (audience.own.length > 0 || first.by) {
    const unused = again || audience.may.length === 0 ? async () => first : ready;
    for (const way of [own ?? unused].flat()) wrong.push(...(await ownerAllowed(deed, await way(cast))));
  }
  if (audience.never) wrong.push(...(await neverAllowed(deed, never, cast)));
  expect(wrong).toEqual([]);
}

async function allOnOne(deed: Tried, attempt: Attempt, cast: Cast): Promise<string[]> {
  return (await Promise.all(deed.audience.may.map((who) => allowed(deed, who, attempt, cast)))).flat();
}

/** The first takes the thing on which the others were refused. */
async function eachOnFresh(deed: Tried, first: Attempt, cast: Cast, ready: Ready): Promise<string[]> {
  const wrong: string[] = [];
  for (const [place, who] of deed.audience.may.entries()) {
    wrong.push(...(await allowed(deed, who, place === 0 ? first : await ready(cast), cast)));
  }
  return wrong;
}

async function allowed(deed: Tried, who: Who, attempt: Attempt, cast: Cast): Promise<string[]> {
  return failure(deed, who, await calledBy(deed, attempt, personOf(cast, who)), attempt.by);
}

/** All others are answered, see nothing of what is `by`'s, and leave it as it is. */
async function withoutThatOfAnother(deed: Tried, attempt: Attempt, cast: Cast): Promise<string[]> {
  const own = deed.operation.method === "GET" ? itemsOf(await calledBy(deed, attempt, attempt.by)) : [];
  const before = await fingerprint();
  const wrong = await Promise.all(
    deed.audience.may.map(async (who) => {
      const answered = await calledBy(deed, attempt, personOf(cast, who));
      const seen = itemsOf(answered).filter((item) => own.includes(item));
      return [...failure(deed, who, answered, attempt.by), ...seen.map((item) => `${who} sees ${item}`)];
    }),
  );
  expect(changedBetween(before, await fingerprint())).toEqual([]);
  return wrong.flat();
}

function itemsOf({ body }: Answered): string[] {
  return (body.items ?? []).map((item: unknown) => JSON.stringify(item));
}

async function ownerAllowed(deed: Tried, attempt: Attempt): Promise<string[]> {
  if (!attempt.by) throw new Error(`${deed.name}: say with \`by\` whose the thing is.`);
  return failure(deed, "whose it is", await calledBy(deed, attempt, attempt.by));
}

async function neverAllowed(deed: Tried, never: Ready | undefined, cast: Cast): Promise<string[]> {
  if (!never) throw new Error(`${deed.name}: make a thing that shows “never ${deed.audience.never}”.`);
  const attempt = await never(cast);
  const answered = await calledBy(deed, attempt, attempt.by);
  return [403, 404, 409].includes(answered.status) ? [] : [`never ${deed.audience.never}: ${told(answered)}`];
}

async function expectRefused(deed: Tried, attempt: Attempt, cast: Cast): Promise<void> {
  const before = await fingerprint();
  const others = everybody.filter((who) => !deed.audience.may.includes(who));
  const wrong = await Promise.all(
    others.map(async (who) => {
      const answered = await calledBy(deed, attempt, personOf(cast, who));
      return isRefused(deed, who, answered) ? [] : [`${who} was not refused: ${told(answered)}`];
    }),
  );
  expect(wrong.flat()).toEqual([]);
  expect(changedBetween(before, await fingerprint())).toEqual([]);
}

/** Signed out: 401. Signed in: 403 where the thing can be seen, else 404; a list may just have nothing for them. */
function isRefused({ operation, isTurnedDown }: Tried, who: Who, { status, body }: Answered): boolean {
  if (who === "anyone") return status === 401;
  if (status === 403 || status === 404) return true;
  if (status === 200 && isTurnedDown) return isTurnedDown(body);
  return operation.method === "GET" && status === 200 && body.items?.length === 0;
}

function failure(deed: Tried, who: string, answered: Answered, owner?: Person): string[] {
  const { operation, isTurnedDown } = deed;
  if (answered.status !== operation.status || isTurnedDown?.(answered.body))
    return [`${who}: ${told(answered)}`];
  if (operation.text) return answered.body === "" ? [`${who}: an empty text`] : [];
  const isEmpty = operation.method === "GET" && answered.body.items?.length === 0;
  if (isEmpty && !owner) return [`${who}: an empty list`];
  return [];
}

function told({ status, body }: Answered): string {
  const { detail = JSON.stringify(body).slice(0, 300), errors = "" } = body;
  return `${status} ${detail}${errors && ` ${JSON.stringify(errors)}`}`;
}

function personOf(cast: Cast, who: Who): Person | undefined {
  return who === "anyone" ? undefined : cast[who];
}

async function calledBy({ operation, move }: Tried, attempt: Attempt, person?: Person): Promise<Answered> {
  const values = { ...attempt.at, ...(move && { move }) };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: keyof typeof values) =>
    encodeURIComponent(String(values[name] ?? "")),
  );
  const missing = parametersOf(operation.path).filter((name) => !(name in values));
  if (missing.length > 0) throw new Error(`${operation.path}: \`at\` lacks ${missing.join(", ")}.`);
  const query = attempt.query ? `?${new URLSearchParams(attempt.query)}` : "";
  const isReading = operation.method === "GET";
  const { body = {} } = attempt;
  return call(`${operation.method} ${path}${query}`, {
    ...(person && (await proofOf(person, operation))),
    ...(!isReading && { body: typeof body === "function" ? body(person) : body }),
  });
}

const tokens = new Map<number, Promise<string>>();
const cookies = new Map<number, Promise<string>>();

/** An administrator's token is one of an administrator: without that scope, nobody behind a token is one. */
function tokenOf(person: Person): Promise<string> {
  const scope = holds(person, "admin") ? "admin" : "write";
  return kept(tokens, person, () => aToken(person, { scope }));
}

function cookieOf(person: Person): Promise<string> {
  return kept(cookies, person, () => aCookie(person));
}

function kept(proofs: Map<number, Promise<string>>, { personId }: Person, make: () => Promise<string>) {
  const proof = proofs.get(personId) ?? make();
  proofs.set(personId, proof);
  return proof;
}

/** With a token, as programs come; where a token of theirs does not reach, with a session, so that the policy is asked. */
async function proofOf(person: Person, { scope, inPersonOnly }: Operation) {
  if (inPersonOnly || scope === "admin")
    return { headers: { cookie: await cookieOf(person), origin: "http://portal.test" } };
  return { token: await tokenOf(person) };
}
