import { db } from "@/lib/db/client";
import { addDependency } from "@/lib/tickets/commands/add-dependency";
import { addItem } from "@/lib/tickets/commands/add-item";
import { bundleTickets } from "@/lib/tickets/commands/bundle-tickets";
import type { TicketMove } from "@/lib/tickets/policy";
import type { Cast } from "../../../factories/cast";
import { anImportedTicket } from "../../../factories/imported-split";
import type { Person } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import { aLoneTicket, aProject, moves } from "../../../factories/tickets";
import type { Attempt, Cases, Ready, Trial } from "../case";

const why = "Because it has to be.";
/** By whom, and with which move, a ticket gets to each place on its way. */
const ways = {
  draft: [],
  filed: ["file"],
  needs_review: ["file", "takeUp"],
  waiting_on_assignee: ["file", "takeUp", "accept"],
  waiting_on_reporter: ["file", "takeUp", "askReporter"],
  done: ["file", "takeUp", "accept", "fulfil"],
  bounced: ["file", "bounce"],
} as const satisfies Readonly<Record<string, readonly TicketMove[]>>;
type Place = keyof typeof ways;

interface OnItsWay {
  requester: Person;
  worker: Person;
}

async function brought(number: number, to: Place, { requester, worker }: OnItsWay): Promise<number> {
  for (const move of ways[to]) {
    expectDone(await moves(move === "file" ? requester : worker, number, move, why));
  }
  return number;
}

/** A request of the cast's requester to the infra team. */
async function request({ requester, infra }: Cast, to: Place = "draft"): Promise<number> {
  return brought(await aLoneTicket(requester), to, { requester, worker: infra });
}

/** A ticket that somebody without a role owns. */
async function owned({ requester, somebody }: Cast, to: Place = "draft"): Promise<number> {
  const number = await aLoneTicket(requester, { owner: `@${somebody.handle}` });
  return brought(number, to, { requester, worker: somebody });
}

/** A ticket of an imported thread, drafted by the secretary: the chair stands in for whoever wrote the thread. */
async function imported({ chair, secretary, infra }: Cast, to: Place = "draft"): Promise<number> {
  return brought(await anImportedTicket({ chair, secretary }), to, { requester: secretary, worker: infra });
}

export async function seenTicket(number: number, body: object = {}): Promise<Attempt> {
  const { version } = await db.ticket.findUniqueOrThrow({ where: { number } });
  return { at: { number }, body: { version, ...body } };
}

/** The same on a request of the requester's, and on a ticket that is somebody's own. */
function bothWays(attempt: (number: number, cast: Cast) => Promise<Attempt>, to: Place = "draft"): Trial {
  return {
    ready: async (cast) => attempt(await request(cast, to), cast),
    own: async (cast) => ({ ...(await attempt(await owned(cast, to), cast)), by: cast.somebody }),
  };
}

function byWorkers(from: Place, body: object = {}): Trial {
  return bothWays((number) => seenTicket(number, body), from);
}

function byRequester(from: Place, body: object = {}): Trial {
  return {
    ready: async (cast) => seenTicket(await request(cast, from), body),
    own: async (cast) => ({ ...(await seenTicket(await imported(cast, from), body)), by: cast.chair }),
  };
}

async function dependency(number: number, { requester }: Cast): Promise<Attempt> {
  const other = await aLoneTicket(requester);
  return { at: { number }, body: { other: `T-${other}`, way: "blocked_by" } };
}

async function depending(number: number, cast: Cast): Promise<Attempt> {
  const attempt = await dependency(number, cast);
  const { number: other } = await db.ticket.findFirstOrThrow({ orderBy: { id: "desc" } });
  expectDone(await addDependency(cast.requester, { number, other, way: "blocked_by" }));
  return attempt;
}

async function withItem(number: number, { requester }: Cast): Promise<Attempt> {
  expectDone(await addItem(requester, { number, text: ["Order the hosts."] }));
  const { id } = await db.checklistItem.findFirstOrThrow({ orderBy: { id: "desc" } });
  return { at: { number, item: id }, body: { deed: "tick" } };
}

const initiative = { destination: "initiative", owner: "infra", requestType: "", details: {} };

async function initiativeOf(cast: Cast, owner?: string): Promise<number> {
  return aLoneTicket(cast.requester, { ...initiative, ...(owner && { owner }) });
}

async function partOf(number: number, { requester }: Cast): Promise<Attempt> {
  return { at: { number }, body: { part: `T-${await aLoneTicket(requester)}`, isPart: true } };
}

async function bundled(number: number, { requester }: Cast): Promise<Attempt> {
  const tickets = [number, await aLoneTicket(requester)];
  expectDone(await bundleTickets(requester, { title: "What comes first", tickets }));
  return seenTicket(number);
}

/** Somebody who owns an initiative. */
function ownInitiative(attempt: (number: number, cast: Cast) => Promise<Attempt>): Ready {
  return async (cast) => {
    const number = await initiativeOf(cast, `@${cast.somebody.handle}`);
    return { ...(await attempt(number, cast)), by: cast.somebody };
  };
}

async function listed(cast: Cast): Promise<Attempt> {
  await request(cast);
  return {};
}

const adjusted = { title: "A better title", owner: "infra" };
const planned = (number: number) => seenTicket(number, { quarter: "2029Q1" });
const isTurnedDown = (body: { outcomes: { refusal?: string }[] }) =>
  body.outcomes.every(({ refusal }) => refusal !== undefined);

export const ticketCases: Cases = {
  "GET /tickets": listed,
  "POST /tickets": { ready: async () => ({ body: aProject }), again: true },
  "GET /tickets/board": listed,
  "GET /tickets/waiting": async (cast) => {
    await request(cast, "waiting_on_reporter");
    return { by: cast.requester };
  },
  "POST /tickets/changes": {
    ...bothWays(async (number) => {
      const { version } = await db.ticket.findUniqueOrThrow({ where: { number } });
      return { body: { tickets: [{ number, version }], priority: "high" } };
    }),
    isTurnedDown,
  },
  "GET /tickets/{number}": async (cast) => ({ at: { number: await request(cast) } }),
  "PUT /tickets/{number}": bothWays((number) => seenTicket(number, { ...aProject, title: "Another title" })),
  "POST /tickets/{number}/adjust": bothWays((number) => seenTicket(number, adjusted), "filed"),
  "POST /tickets/{number}/external": bothWays((number) =>
    seenTicket(number, { issue: `https://pagure.io/centos-infra/issue/${number}` }),
  ),
  "POST /tickets/{number}/dependencies": bothWays(dependency),
  "POST /tickets/{number}/dependencies/remove": bothWays(depending),
  "POST /tickets/{number}/items": bothWays(async (number) => ({
    at: { number },
    body: { text: "Order it." },
  })),
  "POST /tickets/{number}/items/{item}": bothWays(withItem),
  "POST /tickets/{number}/reroute": bothWays((number) => seenTicket(number, { reason: why }), "filed"),
  "POST /tickets/{number}/plan": {
    ready: async (cast) => planned(await initiativeOf(cast)),
    own: ownInitiative(planned),
  },
  "POST /tickets/{number}/parts": {
    ready: async (cast) => partOf(await initiativeOf(cast), cast),
    own: ownInitiative(partOf),
  },
  "POST /tickets/{number}/unbundle": bothWays(bundled),
  "POST /tickets/{number}/{move} file": byRequester("draft"),
  "POST /tickets/{number}/{move} takeUp": byWorkers("filed"),
  "POST /tickets/{number}/{move} accept": byWorkers("needs_review"),
  "POST /tickets/{number}/{move} askReporter": byWorkers("needs_review", { reason: why }),
  "POST /tickets/{number}/{move} answerReporter": byRequester("waiting_on_reporter", { reason: why }),
  "POST /tickets/{number}/{move} fulfil": byWorkers("waiting_on_assignee"),
  "POST /tickets/{number}/{move} decline": byWorkers("needs_review", { reason: why }),
  "POST /tickets/{number}/{move} markDuplicate": byWorkers("needs_review", { reason: "It repeats T-1." }),
  "POST /tickets/{number}/{move} reopen": byWorkers("done", { reason: why }),
  "POST /tickets/{number}/{move} withdraw": byRequester("draft", { reason: why }),
  "POST /tickets/{number}/{move} bounce": byWorkers("filed", { reason: why }),
  "POST /tickets/{number}/{move} takeBack": byWorkers("bounced", { reason: why }),
  "POST /tickets/{number}/{move} returnFromBoard": async (cast) => seenTicket(await owned(cast, "bounced")),
};
