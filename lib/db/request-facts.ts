import { AsyncLocalStorage } from "node:async_hooks";

/** What one request has asked of the database; the server reads it when it answers. */
export interface RequestFacts {
  queries: number;
  databaseGone: boolean;
  /** The pattern of the address, where whoever answers knows it better than the server. */
  route?: string;
  /** The database was told to stop because a question took too long (STATEMENT_SECONDS). */
  tooSlow?: boolean;
}

// The server and Next's bundle each load this module: one store for both lives on globalThis.
const key = Symbol.for("streamboard.request-facts");
const shared = globalThis as { [key]?: AsyncLocalStorage<RequestFacts> };

shared[key] ??= new AsyncLocalStorage<RequestFacts>();

export const requestFacts: AsyncLocalStorage<RequestFacts> = shared[key];
