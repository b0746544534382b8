import type { z } from "zod";
import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import { renderMarkdown } from "../discussion/markdown";
import { findOwner, type OwnerIds, unknownOwner } from "../people/queries";
import { done, type FieldError, type Result, refuse } from "../result";
import type { Destination, Priority, Size } from "./policy";
import { findRequestType } from "./request-types/catalogue";
import { parseDetails } from "./request-types/parse-details";
import type { ticketContent } from "./schema";

/** What a ticket says, as it is stored. */
export interface Content {
  columns: {
    title: string;
    markdown: string;
    html: string;
    destination: Destination;
    requestType: string | null;
    details: Prisma.InputJsonObject | null;
    boardGated: boolean;
    dueOn: string | null;
    priority: Priority;
    size: Size | null;
    labels: string[];
  } & OwnerIds;
  capabilityIds: number[];
  /** What was put right in the details, to be told. */
  notes: string[];
}

/** Turns what was typed into what is stored; refuses unknown names and wrong details, each at its field. */
export async function contentOf(tx: Tx, input: z.output<typeof ticketContent>): Promise<Result<Content>> {
  const owner = await findOwner(tx, input.owner);
  const details = detailsOf(input);
  const capabilities = await capabilityIdsOf(tx, input);
  const errors: FieldError[] = [
    ...(owner ? [] : [{ path: "owner", message: unknownOwner }]),
    ...(details.ok ? [] : (details.refusal.errors ?? [])),
    ...capabilities.errors,
  ];
  if (!owner || !details.ok || errors.length > 0) {
    return refuse("invalid", "Some fields need another look. Nothing you typed is lost.", errors);
  }
  const { title, markdown, destination, dueOn, priority, size, labels } = input;
  const { notes, ...stored } = details.value;
  const columns = {
    title,
    markdown,
    html: renderMarkdown(markdown),
    destination,
    dueOn,
    priority,
    size,
    labels,
    ...stored,
    ...owner,
  };
  return done({ columns, capabilityIds: capabilities.ids, notes });
}

interface StoredDetails {
  requestType: string | null;
  details: Prisma.InputJsonObject | null;
  boardGated: boolean;
  notes: string[];
}

/** Only what goes to the infra team has a type; the type says whether the board is needed first (DOMAIN 5, 7). */
function detailsOf(input: z.output<typeof ticketContent>): Result<StoredDetails> {
  if (input.destination !== "infra") {
    return done({ requestType: null, details: null, boardGated: false, notes: [] });
  }
  const parsed = parseDetails(input.requestType, input.details);
  if (!parsed.ok) return parsed;
  const { requestType, details, notes } = parsed.value;
  const boardGated = findRequestType(requestType)?.boardGated ?? false;
  return done({ requestType, details: details as Prisma.InputJsonObject, boardGated, notes }); // details are plain JSON
}

/** The capabilities that the ticket serves: those named, else the usual one of its type. Without a region, none. */
async function capabilityIdsOf(
  tx: Tx,
  input: z.output<typeof ticketContent>,
): Promise<{ ids: number[]; errors: FieldError[] }> {
  const usual = input.destination === "infra" ? findRequestType(input.requestType)?.capability : undefined;
  const keys = input.capabilities ?? (usual ? [usual] : []);
  if (keys.length === 0) return { ids: [], errors: [] };
  const region = await tx.region.findFirst({ orderBy: { id: "asc" }, select: { id: true } });
  if (!region) return { ids: [], errors: [] };
  const found = await tx.capability.findMany({
    where: { regionId: region.id, removedAt: null, key: { in: keys } },
    select: { id: true, key: true },
  });
  const unknown = keys.filter((key) => !found.some((capability) => capability.key === key));
  const named = input.capabilities !== undefined && unknown.length > 0;
  const message = `The region has no capability “${unknown.join(", ")}”; choose from its list.`;
  return { ids: found.map(({ id }) => id), errors: named ? [{ path: "capabilities", message }] : [] };
}
