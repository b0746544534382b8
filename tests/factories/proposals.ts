import { db } from "@/lib/db/client";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { publishProposal } from "@/lib/proposals/commands/publish-proposal";
import { proposalInput } from "@/lib/proposals/schema";
import type { Result } from "@/lib/result";
import { aBody, aPerson, type Person } from "./people";

interface Wish {
  by?: Person;
  title?: string;
  summary?: string;
  executive?: boolean;
  /** Handle of a SIG. */
  sig?: string;
  asks?: {
    kind: string;
    text: string;
    owner: string;
    acceptanceTest?: string;
    rationale?: string;
    size?: string;
  }[];
}

export interface Made {
  id: number;
  number: number;
  author: Person;
}

const usualAsks = [
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

/** A proposal, made by playing the commands: `aProposal().inDiscussion()`. */
export function aProposal(wish: Wish = {}) {
  return { draft: () => draft(wish), inDiscussion: () => inDiscussion(wish) };
}

async function draft(wish: Wish): Promise<Made> {
  await aBody({ handle: "board", kind: "board" });
  await aBody({ handle: "infra", kind: "infra" });
  const author = wish.by ?? (await aPerson());
  const input = proposalInput.parse({
    title: wish.title ?? "A region on CentOS Stream",
    summary: wish.summary ?? "Everything as in the other regions, and the hosts run CentOS Stream.",
    sig: wish.sig ?? "",
    visibility: wish.executive ? "executive" : "public",
    asks: wish.asks ?? usualAsks,
    sections: { why: "So that **Stream** is used where it matters." },
  });
  const { number } = expectDone(await createProposal(author, input));
  return {
    ...(await db.proposal.findUniqueOrThrow({ where: { number }, select: { id: true, number: true } })),
    author,
  };
}

async function inDiscussion(wish: Wish): Promise<Made> {
  const made = await draft(wish);
  expectDone(
    await publishProposal(made.author, { number: made.number, version: await versionOf(made.number) }),
  );
  return made;
}

/** The version that somebody who looks at the proposal now would send. */
export async function versionOf(number: number): Promise<number> {
  return (await db.proposal.findUniqueOrThrow({ where: { number }, select: { version: true } })).version;
}

/** The value of a command that was carried out; a refusal fails the test with its sentence. */
export function expectDone<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(
    `refused (${result.refusal.code}): ${result.refusal.message} ${JSON.stringify(result.refusal.errors ?? "")}`,
  );
}
