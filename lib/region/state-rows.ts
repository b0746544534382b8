import type { CapabilityState } from "./capability-facts";

interface Known {
  key: string;
  name: string;
  state: CapabilityState;
  because: string;
}

export interface StateRow {
  key: string;
  name: string;
  state: CapabilityState;
  /** Why it is not as it should be; nothing where it is. */
  says?: string;
}

/** What a passer-by has to know first comes first: what broke, what is blocked, what is under way, what works. */
const order: readonly CapabilityState[] = [
  "regressed",
  "blocked",
  "in_progress",
  "requested",
  "not_requested",
  "provisioned",
  "accepted",
];

/** The capabilities of a region as rows of a status page. */
export function stateRows(capabilities: readonly Known[]): StateRow[] {
  return capabilities
    .map(({ key, name, state, because }) => ({
      key,
      name,
      state,
      ...(state !== "accepted" && { says: because }),
    }))
    .sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
}
