import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { reviseInput } from "@/lib/proposals/schema";
import { expectDone, type Made, versionOf } from "./proposals";

/** A change of a published proposal, with its reason: everything is as it was made, but for what is given. */
export async function revised(
  made: Made,
  reason: string,
  change: Record<string, unknown> = {},
): Promise<void> {
  const input = reviseInput.parse({
    number: made.number,
    version: await versionOf(made.number),
    title: "A region on CentOS Stream",
    summary: "Everything as in the other regions, and the hosts run CentOS Stream.",
    sections: { why: "So that **Stream** is used where it matters." },
    asks: usualAsks,
    reason,
    ...change,
  });
  expectDone(await reviseProposal(made.author, input));
}

export const usualAsks = [
  {
    kind: "board_decision",
    text: "Say yes to a region whose hosts run CentOS Stream.",
    owner: "board",
    acceptanceTest: "It stands in the minutes.",
  },
  {
    kind: "infra_request",
    text: "Lend us three bare metal hosts.",
    owner: "infra",
    acceptanceTest: "We can log in.",
  },
];
