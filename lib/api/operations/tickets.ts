import { z } from "zod";
import { keysOf } from "../../keys-of";
import { positiveId } from "../../plain-input";
import { listBoard } from "../../tickets/board-queries";
import { addDependency } from "../../tickets/commands/add-dependency";
import { addItem } from "../../tickets/commands/add-item";
import { adjustTicket } from "../../tickets/commands/adjust-ticket";
import { changeItem } from "../../tickets/commands/change-item";
import { changeTickets } from "../../tickets/commands/change-tickets";
import { createTicket } from "../../tickets/commands/create-ticket";
import { linkExternalIssue } from "../../tickets/commands/link-external-issue";
import { moveTicket } from "../../tickets/commands/move-ticket";
import { planInitiative } from "../../tickets/commands/plan-initiative";
import { removeDependency } from "../../tickets/commands/remove-dependency";
import { rerouteTicket } from "../../tickets/commands/reroute-ticket";
import { setPart } from "../../tickets/commands/set-part";
import { unbundleTicket } from "../../tickets/commands/unbundle-ticket";
import { updateTicket } from "../../tickets/commands/update-ticket";
import { blockLabels, needLabels, sortLabels } from "../../tickets/list-filter";
import { listTickets } from "../../tickets/list-queries";
import { destinations, priorities } from "../../tickets/policy";
import { findTicket } from "../../tickets/queries";
import { requestTypeKeys } from "../../tickets/request-types/catalogue";
import {
  adjustTicketInput,
  createTicketInput,
  editTicketInput,
  linkIssueInput,
  moveTicketInput,
} from "../../tickets/schema";
import { statusLabels } from "../../tickets/ui-text";
import { listWaitingOn } from "../../tickets/waiting-queries";
import {
  addItemInput,
  changeItemInput,
  changeTicketsInput,
  dependencyInput,
  planInitiativeInput,
  rerouteTicketInput,
  setPartInput,
  ticketVersionInput,
} from "../../tickets/work-schema";
import type { Actor } from "../../workflow/actor";
import { listOf, numbered, ticketStatus } from "../answers/shared";
import { boardColumn, ticketLine, ticketShown, waitingTicket } from "../answers/tickets";
import {
  everyone,
  initiativePlanners,
  ownThings,
  signedIn,
  ticketEditors,
  ticketKeepers,
  ticketMovers,
  ticketWorkers,
} from "../audiences";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";
import { manyOf } from "../query";

const one = z.object({ number: positiveId });
const filter = z.object({
  /** One or more. */
  status: manyOf(z.enum(keysOf(statusLabels))),
  destination: z.enum(destinations).optional(),
  /** Key of a request type. */
  type: z.enum(requestTypeKeys as [string]).optional(), // the catalogue is never empty
  /** `me`, or the handle of a person or a body. */
  owner: z.string().trim().min(1).max(100).optional(),
  requester: z.literal("me").optional(),
  waiting: z.literal("me").optional(),
  block: z.enum(keysOf(blockLabels)).optional(),
  needs: z.enum(keysOf(needLabels)).optional(),
  priority: z.enum(priorities).optional(),
  label: z.string().trim().toLowerCase().min(1).max(40).optional(),
  bundle: positiveId.optional(),
  initiative: positiveId.optional(),
  proposal: positiveId.optional(),
  q: z.string().trim().min(1).max(200).optional(),
  sort: z.enum(keysOf(sortLabels)).optional(),
});

export const ticketsOperations: readonly Operation[] = [
  read("GET /tickets", "List tickets", everyone, filter.extend(paging), list, listOf(ticketLine)),
  deed("POST /tickets", "Draft a ticket", signedIn, createTicketInput, createTicket, numbered, {
    status: 201,
  }),
  read(
    "GET /tickets/board",
    "List tickets by their status, as on the board",
    everyone,
    filter,
    async (actor, wanted) => paged({ items: await listBoard(actor, wanted) }),
    listOf(boardColumn),
  ),
  read(
    "GET /tickets/waiting",
    "List tickets that wait for you",
    ownThings,
    z.object(paging),
    async (actor, page) => pageOf(await listWaitingOn(actor), page, (each) => each.number),
    listOf(waitingTicket),
  ),
  deed(
    "POST /tickets/changes",
    "Change several tickets at once, each on its own",
    ticketKeepers,
    changeTicketsInput,
    changeTickets,
    z.object({
      outcomes: z.array(
        z.object({ number: z.number(), refusal: z.string().optional(), changed: z.array(z.string()) }),
      ),
    }),
  ),
  read(
    "GET /tickets/{number}",
    "Read a ticket",
    everyone,
    one,
    (actor, { number }) => findTicket(actor, number),
    ticketShown,
  ),
  deed("PUT /tickets/{number}", "Change a draft", ticketEditors, editTicketInput, updateTicket, numbered),
  deed(
    "POST /tickets/{number}/adjust",
    "Change what may still change of a ticket that is filed",
    ticketKeepers,
    adjustTicketInput,
    adjustTicket,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/external",
    "Link the issue elsewhere that mirrors a ticket",
    ticketEditors,
    linkIssueInput,
    linkExternalIssue,
    z.object({ number: z.number(), short: z.string().nullable() }),
  ),
  deed(
    "POST /tickets/{number}/dependencies",
    "Say that a ticket waits for another, or another for it",
    ticketKeepers,
    dependencyInput,
    addDependency,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/dependencies/remove",
    "Say that it does not wait any more",
    ticketKeepers,
    dependencyInput,
    removeDependency,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/items",
    "Add items to the checklist of a ticket",
    ticketKeepers,
    addItemInput,
    addItem,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/items/{item}",
    "Tick, move or remove an item of the checklist",
    ticketKeepers,
    changeItemInput,
    changeItem,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/reroute",
    "Hand what is too large to the initiative process",
    ticketWorkers,
    rerouteTicketInput,
    rerouteTicket,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/plan",
    "Plan an initiative for a quarter",
    initiativePlanners,
    planInitiativeInput,
    planInitiative,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/parts",
    "Say that a ticket is a part of an initiative, or is none",
    ticketKeepers,
    setPartInput,
    setPart,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/unbundle",
    "Take a ticket out of its bundle",
    ticketKeepers,
    ticketVersionInput,
    unbundleTicket,
    numbered,
  ),
  deed(
    "POST /tickets/{number}/{move}",
    "Make a move: one of those that allowedMoves names",
    ticketMovers,
    moveTicketInput,
    moveTicket,
    z.object({ number: z.number(), status: ticketStatus, completed: z.boolean() }),
  ),
];

async function list(
  actor: Actor,
  { limit, cursor, ...wanted }: z.output<typeof filter> & { limit: number; cursor: string },
) {
  return paged(await listTickets(actor, wanted, cursor || undefined, limit));
}
