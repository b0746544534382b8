import { z } from "zod";
import { bundleTickets } from "../../tickets/commands/bundle-tickets";
import { fileBundle } from "../../tickets/commands/file-bundle";
import { markFollowUp } from "../../tickets/commands/mark-follow-up";
import { removeView } from "../../tickets/commands/remove-view";
import { saveView } from "../../tickets/commands/save-view";
import { unmarkFollowUp } from "../../tickets/commands/unmark-follow-up";
import { findRequestType, requestTypes } from "../../tickets/request-types/catalogue";
import { describedType, listedType } from "../../tickets/request-types/described-type";
import { followUpInput } from "../../tickets/schema";
import { listViews } from "../../tickets/view-queries";
import {
  bundleTicketsInput,
  fileBundleInput,
  removeViewInput,
  saveViewInput,
} from "../../tickets/work-schema";
import { listOf } from "../answers/shared";
import { savedView } from "../answers/tickets";
import { either, own } from "../audience";
import { everyone, officers, ownThings, signedIn, ticketEditors, ticketRequester } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";

export const ticketWorkOperations: readonly Operation[] = [
  deed(
    "POST /bundles",
    "Bundle tickets that belong together",
    ticketEditors,
    bundleTicketsInput,
    bundleTickets,
    z.object({ bundle: z.number() }),
    { status: 201 },
  ),
  deed(
    "POST /bundles/{bundle}/file",
    "File all tickets of a bundle as one",
    ticketRequester,
    fileBundleInput,
    fileBundle,
    z.object({ bundle: z.number() }),
  ),
  read(
    "GET /ticket-views",
    "List the views of the list that you saved",
    ownThings,
    z.object(paging),
    async (actor, page) => pageOf(await listViews(actor), page, (each) => each.id),
    listOf(savedView),
  ),
  deed("POST /ticket-views", "Save a view of the list", signedIn, saveViewInput, saveView, z.object({}), {
    status: 201,
  }),
  deed(
    "DELETE /ticket-views/{view}",
    "Forget a view of the list",
    own("whose it is"),
    removeViewInput,
    removeView,
    z.object({}),
  ),
  deed(
    "POST /comments/{comment}/promise",
    "Mark a comment as the promise of a follow-up",
    signedIn,
    followUpInput,
    markFollowUp,
    z.object({ proposal: z.number(), comment: z.number() }),
  ),
  deed(
    "DELETE /comments/{comment}/promise",
    "Say that it is no promise",
    either(officers, own("who marked it and who is said to have promised")),
    followUpInput,
    unmarkFollowUp,
    z.object({ proposal: z.number(), comment: z.number() }),
  ),
  read(
    "GET /request-types",
    "List the types of requests that the infra team takes",
    everyone,
    z.object({}),
    async () => paged({ items: requestTypes.map(listedType) }),
    listOf(z.looseObject({ key: z.string(), label: z.string() })),
  ),
  read(
    "GET /request-types/{key}",
    "Read a type of request, with the JSON Schema of its details",
    everyone,
    z.object({ key: z.string() }),
    async (_actor, { key }) => {
      const type = findRequestType(key);
      return type && describedType(type);
    },
    z.looseObject({ key: z.string(), label: z.string() }),
  ),
];
