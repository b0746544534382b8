import { randomUUID } from "node:crypto";
import { startSession } from "@/lib/auth/sessions";
import { keyOfSession } from "@/lib/people/account-queries";
import { endAccount } from "@/lib/people/commands/end-account";
import { accountInput } from "@/lib/people/people-schema";
import { type Cast, castSig } from "../../../factories/cast";
import { aPerson } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import { aSig, sigVersionOf } from "../../../factories/sigs";
import { aLoneTicket } from "../../../factories/tickets";
import type { Attempt, Cases } from "../case";

const reason = "They moved on.";
const asMember = { role: "sig_member", body: castSig } as const;

async function nothing(): Promise<Attempt> {
  return {};
}

async function ofSomebody({ somebody: { handle } }: Cast): Promise<Attempt> {
  return { at: { handle } };
}

async function ofSig(body: object = {}): Promise<Attempt> {
  return { at: { handle: castSig }, body: { version: await sigVersionOf(castSig), ...body } };
}

/** Somebody whose account nobody needs afterwards. */
async function ofANewOne(body: object, roles: (typeof asMember)[] = []): Promise<Attempt> {
  return { at: { handle: (await aPerson({ roles })).handle }, body };
}

async function ended({ admin }: Cast): Promise<Attempt> {
  const { handle } = await aPerson();
  expectDone(await endAccount(admin, accountInput.parse({ person: handle })));
  return { at: { handle }, body: { reason } };
}

async function aSession({ somebody: by }: Cast): Promise<Attempt> {
  return { at: { session: keyOfSession(await startSession(by.personId, { seconds: 3600 })) }, by };
}

/** What the member of a SIG owes: a ticket. They see it, and so does the chair of that SIG. */
async function owing(cast: Cast, reader: "chair" | "member"): Promise<Attempt> {
  const sig = await aSig();
  const { handle } = sig.member;
  await aLoneTicket(cast.contributor, { title: "Keep the image up to date", owner: `@${handle}` });
  return { at: { handle }, by: sig[reader] };
}

export const peopleCases: Cases = {
  "GET /me": nothing,
  "PUT /me": {
    ready: async () => ({ body: { version: 1, name: "Ada", timeZone: "Europe/Amsterdam" } }),
    again: true,
  },
  "GET /me/sessions": { ready: aSession, isPrivate: true },
  "DELETE /me/sessions/{session}": aSession,
  "GET /people": nothing,
  "GET /accounts": nothing,
  "POST /people": async () => ({ body: { handle: `new-${randomUUID()}`, name: "Somebody new" } }),
  "GET /people/{handle}": ofSomebody,
  "GET /people/{handle}/account": ofSomebody,
  "GET /people/{handle}/owed": {
    ready: (cast) => owing(cast, "member"),
    own: [(cast) => owing(cast, "member"), (cast) => owing(cast, "chair")],
  },
  "POST /people/{handle}/end": {
    ready: () => ofANewOne({ reason }),
    never: async ({ admin: by }) => ({ at: { handle: by.handle }, body: { reason }, by }),
  },
  "POST /people/{handle}/open": ended,
  "POST /people/{handle}/roles": () => ofANewOne(asMember),
  "PUT /people/{handle}/roles/term": () => ofANewOne({ ...asMember, termEnds: "2030-12-31" }, [asMember]),
  "POST /people/{handle}/roles/past": () =>
    ofANewOne({ ...asMember, since: "2015-01-01", until: "2017-01-01" }),
  "POST /people/{handle}/roles/end": () => ofANewOne({ ...asMember, reason }, [asMember]),
  "GET /bodies": nothing,
  "GET /bodies/{handle}": async () => ({ at: { handle: castSig } }),
  "GET /roles": nothing,
  "GET /sigs": nothing,
  "GET /sigs/{handle}": () => ofSig(),
  "PUT /sigs/{handle}": () => ofSig({ purpose: "To bring CentOS Stream to the cloud." }),
  "PUT /sigs/{handle}/sponsor": ({ director }) => ofSig({ sponsor: director.handle }),
};
