import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { addRoutingRule } from "@/lib/tickets/commands/add-routing-rule";
import { placeSource } from "@/lib/tickets/commands/place-source";
import { addRuleInput } from "@/lib/tickets/routing-schema";
import { placeSourceInput } from "@/lib/tickets/schema";
import { aCoAuthor } from "../../../factories/asks";
import { type Cast, castSig } from "../../../factories/cast";
import { anImportedSplit } from "../../../factories/imported-split";
import type { Person } from "../../../factories/people";
import { expectDone, versionOf } from "../../../factories/proposals";
import { aSplit, dropped, sourceOf } from "../../../factories/tickets";
import type { Attempt, Cases, Ready } from "../case";

const inWords = { disposition: "dropped", text: "Not needed any more." };

/** A decided proposal of the cast's requester, which its co-author writes with. */
async function splitting(cast: Cast) {
  const split = await aSplit({ by: cast.requester });
  await aCoAuthor(split, cast.coAuthor);
  return split;
}

async function toPlace(cast: Cast): Promise<Attempt> {
  const split = await splitting(cast);
  const { number, ...source } = await sourceOf(split, "ask", 1);
  return { at: { number }, body: { ...source, ...inWords } };
}

async function placed(cast: Cast): Promise<Attempt> {
  const split = await splitting(cast);
  await dropped(split, "ask", 1);
  const { number, ...source } = await sourceOf(split, "ask", 1);
  return { at: { number }, body: source };
}

async function balanced(cast: Cast): Promise<Attempt> {
  const split = await splitting(cast);
  await dropped(split, "ask", 1);
  await dropped(split, "ask", 2);
  return { at: { number: split.number }, body: { version: await versionOf(split.number) } };
}

/** The chair stands in for who wrote the thread elsewhere. */
function imported(
  prepare: (split: Awaited<ReturnType<typeof anImportedSplit>>, cast: Cast) => Promise<object>,
): Ready {
  return async (cast) => {
    const split = await anImportedSplit(cast);
    return { at: { number: split.number }, body: await prepare(split, cast), by: cast.chair };
  };
}

async function drop(by: Person, number: number, source: object): Promise<void> {
  expectDone(await placeSource(by, placeSourceInput.parse({ number, ...source, ...inWords })));
}

const rule = {
  kind: "",
  owedBy: "",
  size: "",
  sig: castSig,
  words: "a rule of a test",
  destination: "sig",
  requestType: "",
  reason: "It is a test of something else.",
};

async function aRule(cast: Cast, body: object = {}): Promise<Attempt> {
  const { key } = expectDone(await addRoutingRule(cast.admin, addRuleInput.parse(rule)));
  const { version } = await db.routingRule.findUniqueOrThrow({ where: { key } });
  return { at: { key }, body: { version, ...body } };
}

export const splitCases: Cases = {
  "GET /proposals/{number}/split": async (cast) => ({ at: { number: (await splitting(cast)).number } }),
  "POST /proposals/{number}/split/dispositions": {
    ready: toPlace,
    own: imported(async ({ source }) => ({ ...source, ...inWords })),
  },
  "POST /proposals/{number}/split/dispositions/remove": {
    ready: placed,
    own: imported(async ({ number, source }, { secretary }) => {
      await drop(secretary, number, source);
      return source;
    }),
  },
  "POST /proposals/{number}/split/confirm": {
    ready: balanced,
    own: imported(async ({ number, source }, { secretary }) => {
      await drop(secretary, number, source);
      return { version: await versionOf(number) };
    }),
  },
  "GET /overdue-splits": async (cast) => {
    const before = new Date(Date.now() - 60 * 86_400_000);
    await at(before, () => aSplit({ by: cast.requester }));
    return { by: cast.requester };
  },
  "GET /routing-rules": async (cast) => {
    await aRule(cast);
    return {};
  },
  "GET /routing-rules/{key}": aRule,
  "POST /routing-rules": { ready: async () => ({ body: rule }), again: true },
  "PUT /routing-rules/{key}": (cast) => aRule(cast, { ...rule, words: "another word" }),
  "POST /routing-rules/{key}/place": (cast) => aRule(cast, { direction: "down" }),
  "POST /routing-rules/{key}/switch": (cast) => aRule(cast, { enabled: "off" }),
};
