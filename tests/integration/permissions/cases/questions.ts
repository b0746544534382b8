import { db } from "@/lib/db/client";
import { answerQuestion } from "@/lib/discussion/commands/answer-question";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { answerQuestionInput, askQuestionInput } from "@/lib/discussion/schema";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aConcern, anAddressedConcern } from "../../../factories/concerns";
import { send } from "../../../factories/discussion";
import { aPerson, type Person } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import { aLoneTicket } from "../../../factories/tickets";
import type { Attempt, Case, Cases } from "../case";
import { importedThread } from "./proposals";

type Thing = "proposal" | "ticket";

async function numberOf(thing: Thing, cast: Cast): Promise<number> {
  return thing === "ticket" ? aLoneTicket(cast.requester) : (await aCastProposal(cast).inDiscussion()).number;
}

interface Asked {
  by: Person;
  of?: string;
  answeredBy?: Person;
}

/** A question on a fresh thing: asked of somebody without a role unless told. */
async function asked(thing: Thing, cast: Cast, { by, of, answeredBy }: Asked): Promise<Attempt> {
  const number = await numberOf(thing, cast);
  const wanted = { [thing]: number, of: of ?? `@${cast.somebody.handle}`, text: "What is it for?" };
  const { question } = expectDone(await send(askQuestionInput, askQuestion, by, wanted));
  if (answeredBy) {
    const answer = { [thing]: number, question, markdown: "For all of us." };
    expectDone(await send(answerQuestionInput, answerQuestion, answeredBy, answer));
  }
  const { version } = await db.question.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { at: { number, question }, body: { version }, by };
}

function withBody({ body, ...attempt }: Attempt, more: object): Attempt {
  return { ...attempt, body: { ...body, ...more } };
}

/** Somebody's answer to it. */
function owed(question: Attempt, by: Person): Attempt {
  return { ...withBody(question, { markdown: "For all of us." }), by };
}

function onThings(thing: Thing): Cases {
  const path = `/${thing}s/{number}/questions`;
  const answered = async (cast: Cast) =>
    asked(thing, cast, { by: await aPerson(), answeredBy: cast.somebody });
  const open = async (cast: Cast) => asked(thing, cast, { by: await aPerson() });
  const ofBody = async (cast: Cast, of: string) => asked(thing, cast, { by: await aPerson(), of });
  return {
    [`GET ${path}`]: open,
    [`POST ${path}`]: {
      ready: async (cast) => ({
        at: { number: await numberOf(thing, cast) },
        body: { of: `@${cast.somebody.handle}`, text: "What is it for?" },
      }),
      again: true,
    },
    [`POST ${path}/{question}/answer`]: {
      ready: async (cast) => owed(await open(cast), cast.somebody),
      own: [
        async (cast) => owed(await open(cast), cast.somebody),
        async (cast) => owed(await ofBody(cast, "infra"), cast.infra),
      ],
      never: async (cast) =>
        thing === "ticket"
          ? owed(await ofBody(cast, "board"), cast.architect)
          : owed(await ofBody(cast, "infra"), cast.admin),
    },
    [`POST ${path}/{question}/accept`]: answered,
    [`POST ${path}/{question}/conclude`]: async (cast) => {
      const sigLeader = await aPerson({ roles: [{ role: "sig_chair", body: "sig-that-answers" }] });
      return asked(thing, cast, { by: await aPerson(), of: "sig-leaders", answeredBy: sigLeader });
    },
    [`POST ${path}/{question}/withdraw`]: open,
    [`POST ${path}/{question}/reopen`]: async (cast) =>
      withBody(await answered(cast), { reason: "It leaves open who pays." }),
  };
}

async function aDirector(): Promise<Person> {
  return aPerson({ roles: [{ role: "director", body: "board" }] });
}

/** A concern of a director who is none of the cast; the requester is to resolve it unless told. */
async function raised(cast: Cast, body: object, resolver?: string): Promise<Attempt> {
  const by = await aDirector();
  const { number } = await aCastProposal(cast).inDiscussion();
  const concern = await aConcern(by, number, resolver ? { resolver } : undefined);
  return { at: { number, concern }, body: { version: 1, ...body }, by };
}

async function addressed(cast: Cast, body: object): Promise<Attempt> {
  const by = await aDirector();
  const { number } = await aCastProposal(cast).inDiscussion();
  const concern = await anAddressedConcern(by, number, cast.somebody);
  return { at: { number, concern }, body: { version: 2, ...body }, by };
}

const response = { response: "The SIG pays, see revision 2." };

const concerns: Readonly<Record<string, Case>> = {
  "GET /proposals/{number}/concerns": (cast) => raised(cast, {}),
  "POST /proposals/{number}/concerns": {
    ready: async (cast) => ({
      at: { number: await numberOf("proposal", cast) },
      body: { text: "Nobody pays for the power." },
    }),
    again: true,
  },
  "POST /proposals/{number}/concerns/{concern}/address": {
    ready: (cast) => raised(cast, response, `@${cast.somebody.handle}`),
    own: [
      async (cast) => {
        const { number, by } = await importedThread(cast);
        const concern = await aConcern(cast.director, number, { resolver: `@${cast.somebody.handle}` });
        return { at: { number, concern }, body: { version: 1, ...response }, by };
      },
      async (cast) => ({ ...(await raised(cast, response, "infra")), by: cast.infra }),
    ],
    never: async (cast) => ({ ...(await raised(cast, response, "infra")), by: cast.admin }),
  },
  "POST /proposals/{number}/concerns/{concern}/resolve": (cast) => addressed(cast, { reason: "It is paid." }),
  "POST /proposals/{number}/concerns/{concern}/reopen": (cast) => addressed(cast, { reason: "Until when?" }),
  "POST /proposals/{number}/concerns/{concern}/withdraw": (cast) => raised(cast, { reason: "I was wrong." }),
};

export const questionCases: Cases = {
  ...onThings("proposal"),
  ...onThings("ticket"),
  "GET /owed": async (cast) => ({
    ...(await asked("proposal", cast, { by: cast.requester })),
    by: cast.somebody,
  }),
  ...concerns,
};
