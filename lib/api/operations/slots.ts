import { z } from "zod";
import { findAction, listActions } from "../../meetings/action-queries";
import { reassignActionInput, reportActionInput } from "../../meetings/action-schema";
import { acceptCounter } from "../../meetings/commands/accept-counter";
import { acceptSlot } from "../../meetings/commands/accept-slot";
import { counterSlot } from "../../meetings/commands/counter-slot";
import { declineSlot } from "../../meetings/commands/decline-slot";
import { offerSlot } from "../../meetings/commands/offer-slot";
import { reassignAction } from "../../meetings/commands/reassign-action";
import { reportAction } from "../../meetings/commands/report-action";
import { requestSlot } from "../../meetings/commands/request-slot";
import { withdrawSlot } from "../../meetings/commands/withdraw-slot";
import {
  acceptCounterInput,
  acceptSlotInput,
  counterSlotInput,
  declineSlotInput,
  offerSlotInput,
  requestSlotInput,
  withdrawSlotInput,
} from "../../meetings/schema";
import { findBoardState, listSlotQueue } from "../../meetings/slot-queries";
import { positiveId } from "../../plain-input";
import type { ProposalHead } from "../../proposals/queries";
import type { Actor } from "../../workflow/actor";
import { listOf, numbered } from "../answers/shared";
import { boardState, shownAction, slotInQueue } from "../answers/slots-and-actions";
import { either, own } from "../audience";
import { everyone, officers, requester, slotDecliners } from "../audiences";
import { ofProposal } from "../of-proposal";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";
import { flag } from "../query";

const agreed = z.object({ number: z.number(), meeting: z.string(), itemId: z.number() });
const ofAction = z.object({ lineId: z.number(), meeting: z.string() });
const filter = z.object({
  mine: flag,
  overdue: flag,
  silent: flag,
  settled: flag,
  of: z.string().trim().min(1).max(100).optional(),
  cursor: paging.cursor,
});

export const slotsOperations: readonly Operation[] = [
  read(
    "GET /proposals/{number}/slot",
    "Read how a proposal gets time: what was asked, offered and agreed, and its places on agendas",
    everyone,
    z.object({ number: positiveId }),
    ofProposal(boardState_),
    boardState,
  ),
  read(
    "GET /slot-requests",
    "List requests for time, for the officers",
    officers,
    z.object(paging),
    async (actor, page) => pageOf(await listSlotQueue(actor), page, (each) => each.number),
    listOf(slotInQueue),
  ),
  deed(
    "POST /slot-requests",
    "Ask for time in a meeting",
    requester,
    requestSlotInput,
    requestSlot,
    numbered,
    { status: 201 },
  ),
  deed(
    "POST /slot-requests/{number}/offer",
    "Offer time in a meeting; a request is known by the number of its proposal",
    officers,
    offerSlotInput,
    offerSlot,
    numbered,
  ),
  deed(
    "POST /slot-requests/{number}/accept",
    "Accept an offer",
    requester,
    acceptSlotInput,
    acceptSlot,
    agreed,
  ),
  deed(
    "POST /slot-requests/{number}/counter",
    "Propose another time instead",
    requester,
    counterSlotInput,
    counterSlot,
    numbered,
  ),
  deed(
    "POST /slot-requests/{number}/accept_counter",
    "Accept what was proposed instead",
    officers,
    acceptCounterInput,
    acceptCounter,
    agreed,
  ),
  deed(
    "POST /slot-requests/{number}/decline",
    "Decline a request or an offer, and say why",
    slotDecliners,
    declineSlotInput,
    declineSlot,
    numbered,
  ),
  deed(
    "POST /slot-requests/{number}/withdraw",
    "Take a request back",
    requester,
    withdrawSlotInput,
    withdrawSlot,
    numbered,
  ),
  read("GET /actions", "List ACTIONs of meetings", everyone, filter, actions, listOf(shownAction)),
  read(
    "GET /actions/{lineId}",
    "Read an ACTION with what was reported of it",
    everyone,
    z.object({ lineId: positiveId }),
    (actor, { lineId }) => findAction(actor, lineId),
    shownAction,
  ),
  deed(
    "POST /actions/{lineId}/report",
    "Say how an ACTION stands",
    either(officers, own("its owner")),
    reportActionInput,
    reportAction,
    ofAction,
  ),
  deed(
    "POST /actions/{lineId}/reassign",
    "Give an ACTION to somebody else",
    either(officers, own("its owner")),
    reassignActionInput,
    reassignAction,
    ofAction,
  ),
];

function boardState_(actor: Actor, head: ProposalHead) {
  return findBoardState(actor, head);
}

async function actions(actor: Actor, { cursor, ...wanted }: z.output<typeof filter>) {
  const page = /^\d{1,4}$/.test(cursor) ? Number(cursor) : 1;
  const { actions: items, hasMore } = await listActions(actor, { ...wanted, page: Math.max(1, page) });
  return paged({ items, nextCursor: hasMore ? page + 1 : undefined });
}
