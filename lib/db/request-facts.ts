import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "../process-wide";

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

export const requestFacts = processWide("request-facts", () => new AsyncLocalStorage<RequestFacts>());
