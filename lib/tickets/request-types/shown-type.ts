import type { Destination } from "../policy";
import { findRequestType } from "./catalogue";
import type { RequestType } from "./define-request-type";
import type { PageCheck } from "./page-check";
import { pageChecksOf } from "./page-checks";

/** A request type without its functions and its schema: what a page may hand on. */
export type ShownType = Omit<RequestType, "schema" | "notesOn" | "follows" | "toMarkdown"> & {
  /** What the page can tell before anything is sent, by field. */
  pageChecks: Record<string, PageCheck>;
};

/** The type whose fields are shown for a ticket that goes there; undefined where it needs none. */
export function shownType(
  destination: Destination,
  requestType: string | null | undefined,
): ShownType | undefined {
  const type = destination === "infra" ? findRequestType(requestType) : undefined;
  if (!type) return undefined;
  const { schema: _schema, notesOn: _notesOn, follows: _follows, toMarkdown: _toMarkdown, ...shown } = type;
  return { ...shown, pageChecks: pageChecksOf(type) };
}
