import { z } from "zod";
import { now } from "../../clock";
import { env } from "../../env";
import { positiveId } from "../../plain-input";
import { addRoutingRule } from "../../tickets/commands/add-routing-rule";
import { changeRoutingRule } from "../../tickets/commands/change-routing-rule";
import { confirmSplit } from "../../tickets/commands/confirm-split";
import { moveRoutingRule } from "../../tickets/commands/move-routing-rule";
import { placeSource } from "../../tickets/commands/place-source";
import { switchRoutingRule } from "../../tickets/commands/switch-routing-rule";
import { unplaceSource } from "../../tickets/commands/unplace-source";
import { findRouting, findRule } from "../../tickets/routing-queries";
import { addRuleInput, changeRuleInput, moveRuleInput, switchRuleInput } from "../../tickets/routing-schema";
import { confirmSplitInput, placeSourceInput, unplaceSourceInput } from "../../tickets/schema";
import { findSplit, listOverdueSplits } from "../../tickets/split-queries";
import { listOf, numbered } from "../answers/shared";
import { overdueSplit, splitShown } from "../answers/split";
import { keptRule, routingPage } from "../answers/tickets";
import { admins, everyone, ownThings, requester } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { pageOf, paging } from "../paging";

const one = z.object({ number: positiveId });

export const splitOperations: readonly Operation[] = [
  read(
    "GET /proposals/{number}/split",
    "Read what a decided proposal has to be accounted for, and how much of it is placed",
    everyone,
    one,
    (actor, { number }) => findSplit(actor, number),
    splitShown,
  ),
  deed(
    "POST /proposals/{number}/split/dispositions",
    "Place one ask, question, condition, ACTION or promise: as a ticket, as answered, or as dropped",
    requester,
    placeSourceInput,
    placeSource,
    z.object({ number: z.number(), ticket: z.number().nullable() }),
  ),
  deed(
    "POST /proposals/{number}/split/dispositions/remove",
    "Take that back",
    requester,
    unplaceSourceInput,
    unplaceSource,
    numbered,
  ),
  deed(
    "POST /proposals/{number}/split/confirm",
    "Confirm the split, once its balance is zero",
    requester,
    confirmSplitInput,
    confirmSplit,
    z.object({ number: z.number(), completed: z.boolean() }),
  ),
  read(
    "GET /overdue-splits",
    "List decided proposals of which nothing followed for too long, as far as they are your business",
    ownThings,
    z.object(paging),
    async (actor, page) =>
      pageOf(await listOverdueSplits(actor, env().SPLIT_OVERDUE_DAYS, now()), page, (each) => each.number),
    listOf(overdueSplit),
  ),
  read(
    "GET /routing-rules",
    "Read where the split proposes to send what, for those who keep the rules",
    admins,
    z.object({}),
    findRouting,
    routingPage,
    { scope: "admin" },
  ),
  read(
    "GET /routing-rules/{key}",
    "Read one such rule",
    admins,
    z.object({ key: z.string() }),
    (actor, { key }) => findRule(actor, key),
    keptRule,
    { scope: "admin" },
  ),
  deed(
    "POST /routing-rules",
    "Add a rule",
    admins,
    addRuleInput,
    addRoutingRule,
    z.object({ key: z.string() }),
    {
      status: 201,
      scope: "admin",
    },
  ),
  deed(
    "PUT /routing-rules/{key}",
    "Change a rule",
    admins,
    changeRuleInput,
    changeRoutingRule,
    z.object({ key: z.string() }),
    { scope: "admin" },
  ),
  deed(
    "POST /routing-rules/{key}/place",
    "Move a rule up or down",
    admins,
    moveRuleInput,
    moveRoutingRule,
    z.object({ key: z.string() }),
    { scope: "admin" },
  ),
  deed(
    "POST /routing-rules/{key}/switch",
    "Switch a rule on or off",
    admins,
    switchRuleInput,
    switchRoutingRule,
    z.object({ key: z.string() }),
    { scope: "admin" },
  ),
];
