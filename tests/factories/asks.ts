import { db } from "@/lib/db/client";
import { addCoAuthor } from "@/lib/proposals/commands/add-co-author";
import { confirmAsk } from "@/lib/proposals/commands/confirm-ask";
import { declineAsk } from "@/lib/proposals/commands/decline-ask";
import { reviseProposal } from "@/lib/proposals/commands/revise-proposal";
import { reviseInput } from "@/lib/proposals/schema";
import { aPerson, type Person } from "./people";
import { expectDone, type Made, versionOf } from "./proposals";

/** Somebody whom the author took in as co-author. */
export async function aCoAuthor(proposal: Made, person?: Person): Promise<Person> {
  const coAuthor = person ?? (await aPerson());
  expectDone(await addCoAuthor(proposal.author, { number: proposal.number, person: `@${coAuthor.handle}` }));
  return coAuthor;
}

/** The ask as it is in the database now. */
export function theAsk(proposal: { number: number }, ask: number) {
  return db.ask.findFirstOrThrow({ where: { proposal: { number: proposal.number }, number: ask } });
}

/** What somebody who looks at the ask now would send. */
export async function asSeen(proposal: { number: number }, ask: number) {
  return { number: proposal.number, ask, version: (await theAsk(proposal, ask)).version };
}

export async function confirmed(by: Person, proposal: { number: number }, ask: number) {
  return confirmAsk(by, await asSeen(proposal, ask));
}

export async function declined(by: Person, proposal: { number: number }, ask: number, reason = "") {
  return declineAsk(by, { ...(await asSeen(proposal, ask)), reason });
}

/** The form of a revision, as somebody who opened it now would send it. */
export async function revisionOf(proposal: { number: number }, change: object = {}) {
  return reviseInput.parse({
    number: proposal.number,
    version: await versionOf(proposal.number),
    title: "A region on CentOS Stream",
    summary: "Everything as in the other regions.",
    reason: "answers a question",
    ...change,
  });
}

export async function revised(by: Person, proposal: { number: number }, change: object) {
  return reviseProposal(by, await revisionOf(proposal, change));
}
