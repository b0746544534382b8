import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { addRelation } from "@/lib/proposals/commands/add-relation";
import { aCoAuthor, asSeen } from "../../../factories/asks";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { anAskedPerson } from "../../../factories/endorsements";
import { aPerson } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import { typing } from "../../../factories/writing";
import type { Attempt, Cases } from "../case";
import { importedThread } from "./proposals";

/** An ask whose owner is somebody who has no role. */
async function namedAsk(cast: Cast): Promise<Attempt> {
  const ask = {
    kind: "sig_work",
    text: "Keep the image up to date.",
    owner: `@${cast.somebody.handle}`,
    acceptanceTest: "It is built each night.",
  };
  const { number } = await aCastProposal(cast, { asks: [ask] }).inDiscussion();
  const { version } = await asSeen({ number }, 1);
  return { at: { number, ask: 1 }, body: { version }, by: cast.somebody };
}

async function inDiscussion(cast: Cast, body: object = {}): Promise<Attempt> {
  return { at: { number: (await aCastProposal(cast).inDiscussion()).number }, body };
}

async function ofImported(cast: Cast, body: object): Promise<Attempt> {
  const { number, by } = await importedThread(cast);
  return { at: { number }, by, body };
}

async function anotherWriter(cast: Cast): Promise<Attempt> {
  const proposal = await aCastProposal(cast).inDiscussion();
  const leaving = await aCoAuthor(proposal);
  return { at: { number: proposal.number, personId: leaving.personId }, by: leaving };
}

async function related(cast: Cast): Promise<Attempt> {
  const [one, other] = [await aCastProposal(cast).inDiscussion(), await aCastProposal(cast).inDiscussion()];
  const wanted = { number: one.number, kind: "duplicates" as const, other: other.number };
  expectDone(await addRelation(cast.requester, wanted));
  const { id } = await db.proposalRelation.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { at: { number: one.number, relation: id } };
}

/** A director who is asked to sponsor, and is none of the cast. */
async function asked(cast: Cast): Promise<Attempt> {
  const by = await aPerson({ roles: [{ role: "director", body: "board" }] });
  const proposal = await aCastProposal(cast).inDiscussion();
  const endorsement = await anAskedPerson(proposal, by);
  return { at: { number: proposal.number, endorsement }, body: { version: 1 }, by };
}

async function aCopy(cast: Cast): Promise<Attempt> {
  const copy = randomUUID();
  expectDone(await typing(cast.somebody, { copy, title: "Half a title" }));
  return { at: { copy }, by: cast.somebody };
}

export const proposalPartCases: Cases = {
  "POST /proposals/{number}/asks/{ask}/confirm": namedAsk,
  "POST /proposals/{number}/asks/{ask}/decline": namedAsk,
  "POST /proposals/{number}/co-authors": {
    ready: async (cast) => inDiscussion(cast, { person: `@${(await aPerson()).handle}` }),
    own: async (cast) => ofImported(cast, { person: `@${(await aPerson()).handle}` }),
  },
  "DELETE /proposals/{number}/co-authors/{personId}": anotherWriter,
  "GET /proposals/{number}/relations": related,
  "POST /proposals/{number}/relations": {
    ready: async (cast) => {
      const { number: other } = await aCastProposal(cast).inDiscussion();
      return inDiscussion(cast, { kind: "duplicates", other: `#${other}` });
    },
  },
  "DELETE /proposals/{number}/relations/{relation}": related,
  "GET /proposals/{number}/support": inDiscussion,
  "POST /proposals/{number}/endorsements": {
    ready: async (cast) => {
      const { handle } = await aPerson({ roles: [{ role: "director", body: "board" }] });
      return inDiscussion(cast, { part: "sponsor", person: `@${handle}` });
    },
    own: async (cast) => {
      const { handle } = await aPerson({ roles: [{ role: "director", body: "board" }] });
      return ofImported(cast, { part: "sponsor", person: `@${handle}` });
    },
  },
  "POST /proposals/{number}/endorsements/offer": async (cast) => inDiscussion(cast, { part: "endorser" }),
  "POST /proposals/{number}/endorsements/{endorsement}/confirm": asked,
  "POST /proposals/{number}/endorsements/{endorsement}/decline": asked,
  "POST /proposals/{number}/endorsements/{endorsement}/withdraw": {
    ready: asked,
    own: async (cast) => {
      const proposal = await aCastProposal(cast).sponsored();
      const { id, version } = await db.endorsement.findFirstOrThrow({ where: { proposalId: proposal.id } });
      const body = { version, reason: "I leave the SIG." };
      return { at: { number: proposal.number, endorsement: id }, body, by: cast.sponsor };
    },
  },
  "GET /working-copies": { ready: aCopy, isPrivate: true },
  "GET /working-copies/{copy}": aCopy,
  "PUT /working-copies/{copy}": async () => ({
    at: { copy: randomUUID() },
    body: { values: { title: "Half a title" } },
  }),
  "DELETE /working-copies/{copy}": { ready: aCopy, isPrivate: true },
};
