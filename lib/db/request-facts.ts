import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of one request, wherever its work goes; the server reads what it asked of the database when it answers. */
export interface RequestFacts {
  /** What its lines in the log have in common, and its reader may tell. */
  id?: string;
  queries: number;
  databaseGone: boolean;
  /** The pattern of the address, where whoever answers knows it better than the server. */
  route?: string;
  /** The database was told to stop because a question took too long (STATEMENT_SECONDS). */
  tooSlow?: boolean;
  /** Where the request came from, and what its sender calls itself. */
  address?: string;
  agent?: string;
}

// The server and Next's bundle each load this module: one store for both lives on globalThis.
const key = Symbol.for("streamboard.request-facts");
const shared = globalThis as { [key]?: AsyncLocalStorage<RequestFacts> };

shared[key] ??= new AsyncLocalStorage<RequestFacts>();

export const requestFacts: AsyncLocalStorage<RequestFacts> = shared[key];
