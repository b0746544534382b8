import { beforeAll, describe, expect, it } from "vitest";
import { everybody, isForEveryone, type Who } from "@/lib/api/audience";
import { type Hidden, hidden } from "@/lib/api/hidden";
import { type Operation, parametersOf } from "@/lib/api/operation";
import { operations } from "@/lib/api/registry";
import { keysOf } from "@/lib/keys-of";
import { aToken, call } from "../../factories/api";
import { type Cast, theCast } from "../../factories/cast";
import type { Person } from "../../factories/people";
import { hide, type Open, openThings, words } from "./hidden-world";

type Pools = Record<string, (string | number)[]>;

const kinds = keysOf(hidden);
const reading = operations.filter(({ method }) => method === "GET");
/** Who writes nothing of it and reads nothing executive. */
const outsiders = [
  "anyone",
  "contributor",
  "sponsor",
  "sigMember",
  "sigChair",
  "infra",
  "operator",
  "admin",
] as const;

let cast: Cast;
let open: Open;
let pools: Pools;
let tokens: Partial<Record<Who | "somebody", string>>;
let before: Record<string, unknown>;

beforeAll(async () => {
  cast = await theCast();
  tokens = {};
  for (const [who, person] of Object.entries(cast) as [Who | "somebody", Person][]) {
    tokens[who] = await aToken(person, { scope: who === "admin" ? "admin" : "write" });
  }
  open = await openThings(cast);
  before = await shownTo(outsiders);
  pools = { ...(await hide(cast, open)), "regions.key": [open.region] };
});

describe("what is not for everybody", () => {
  it.each([...everybody])("is found by %s only as the table says, by every query", async (who) => {
    const expected = kinds.filter((kind) => hidden[kind].who.may.some((each) => each === who));
    expect(await foundBy(who)).toEqual(expected);
  });

  it("is found by who presents it", async () => {
    expect(await foundBy("somebody")).toEqual(["executiveItem"]);
  });

  it("changes nothing of what others count, list and read", async () => {
    expect(await shownTo(outsiders)).toEqual(before);
  });
});

/** The hidden things of which somebody reads in any answer that they get. */
async function foundBy(who: Who | "somebody"): Promise<Hidden[]> {
  const paths = [...reading.flatMap((each) => addressesOf(each, pools)), ...searches()];
  const read = async (path: string) => {
    const { status, body } = await call(`GET ${path}`, { token: tokens[who] });
    expect([path, [200, 401, 403, 404, 422].includes(status)]).toEqual([path, true]);
    return typeof body === "string" ? body : JSON.stringify(body);
  };
  const texts: string[] = [];
  // No more at once than the pool has connections: a busy machine turns away who waits for one too long.
  for (let from = 0; from < paths.length; from += 8)
    texts.push(...(await Promise.all(paths.slice(from, from + 8).map(read))));
  const all = texts.join("\n");
  return kinds.filter((kind) => all.includes(words[kind]));
}

function searches(): string[] {
  return Object.values(words).flatMap((word) => [
    `/search?q=${word}`,
    `/proposals?q=${word}`,
    `/tickets?q=${word}`,
  ]);
}

/** An operation's path with each value that its parameters have, once; none where one has no value. */
function addressesOf({ path }: Pick<Operation, "path">, values: Pools): string[] {
  const group = path.split("/")[1];
  return parametersOf(path).reduce<string[]>(
    (paths, name) =>
      paths.flatMap((each) =>
        (values[`${group}.${name}`] ?? values[name] ?? []).map((value) =>
          each.replace(`{${name}}`, encodeURIComponent(String(value))),
        ),
      ),
    [path],
  );
}

/** What everybody may ask: lists, and all that belongs to what is open. A meeting shows that it goes on. */
async function shownTo(readers: readonly Who[]): Promise<Record<string, unknown>> {
  const values: Pools = {
    "proposals.number": [open.proposal.number],
    "tickets.number": [open.ticket],
    "regions.key": [open.region],
  };
  const asked = reading
    .filter(({ who, path }) => isForEveryone(who) && !/^\/(meetings|export)/.test(path))
    .flatMap((each) => addressesOf(each, values));
  const shown: Record<string, unknown> = {};
  for (const path of asked) {
    await Promise.all(
      readers.map(async (who) => {
        const { status, body } = await call(`GET ${path}`, { token: tokens[who] });
        shown[`${who} ${path}`] = { status, body };
      }),
    );
  }
  return shown;
}
