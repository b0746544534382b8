import { type By, defineMachine, type Facts } from "../workflow/machine";
import { type ConcernParties, isOpener, mayAddress, maySettle } from "./concern-policy";
import { concernLabels } from "./concern-text";

export type ConcernStatus = "open" | "addressed" | "resolved" | "withdrawn";

/** What a move of a concern is weighed on. */
export type ConcernFacts = Facts<ConcernStatus> & ConcernParties;

export type ConcernMove = "address" | "resolve" | "reopen" | "withdraw" | "settle";

const resolvers: By<ConcernFacts> = {
  who: "who is to resolve it, or an author of the proposal",
  may: mayAddress,
};
const opener: By<ConcernFacts> = { who: "who raised it", may: isOpener };
const officers: By<ConcernFacts> = {
  who: "the chair or the secretary, once who raised it has left the board",
  may: maySettle,
};

/** A concern stands in the way of approval until its opener is satisfied or takes it back (DOMAIN 3). */
export const concernMachine = defineMachine<ConcernStatus, ConcernFacts, ConcernMove>({
  subject: "concern",
  initial: "open",
  statuses: concernLabels,
  moves: {
    address: {
      label: "Say what was done",
      from: ["open"],
      to: "addressed",
      by: resolvers,
      records: "concern.addressed",
      needs: "what was done about it",
    },
    resolve: {
      label: "Resolve",
      from: ["addressed"],
      to: "resolved",
      by: opener,
      records: "concern.resolved",
      needs: "a reason",
    },
    reopen: {
      label: "It still stands",
      from: ["addressed"],
      to: "open",
      by: opener,
      records: "concern.reopened",
      needs: "what is still missing",
    },
    withdraw: {
      label: "Take back",
      from: ["open", "addressed"],
      to: "withdrawn",
      by: opener,
      records: "concern.withdrawn",
      needs: "a reason",
    },
    settle: {
      label: "Resolve in their place",
      from: ["open", "addressed"],
      to: "resolved",
      by: officers,
      records: "concern.settled",
      needs: "a reason",
    },
  },
});
