import { refuse } from "../result";

/** Two people change a ticket at once: the first wins, the second keeps what they typed and is told. */
export const changedBefore = refuse(
  "conflict",
  "Somebody changed this ticket before you. What you typed is still here; open the ticket in another tab, compare, and save again from there.",
);
