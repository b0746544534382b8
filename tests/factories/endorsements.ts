import { db } from "@/lib/db/client";
import { askEndorsement } from "@/lib/proposals/commands/ask-endorsement";
import { confirmEndorsement } from "@/lib/proposals/commands/confirm-endorsement";
import { askEndorsementInput, confirmEndorsementInput } from "@/lib/proposals/endorsement-schema";
import { send } from "./discussion";
import type { Person } from "./people";
import { expectDone, type Made } from "./proposals";

type Part = "sponsor" | "endorser";

/** Somebody whom the author asks to stand behind a proposal; the request's id. */
export async function anAskedPerson(proposal: Made, person: Person, part: Part = "sponsor"): Promise<number> {
  const values = { number: proposal.number, part, person: `@${person.handle}` };
  expectDone(await send(askEndorsementInput, askEndorsement, proposal.author, values));
  return (await latestEndorsement(proposal.id, person)).id;
}

/** Somebody who was asked and has confirmed; the endorsement's id. */
export async function aSupporter(proposal: Made, person: Person, part: Part = "sponsor"): Promise<number> {
  const endorsement = await anAskedPerson(proposal, person, part);
  const values = { number: proposal.number, endorsement, version: 1, note: "I bring it to the board." };
  expectDone(await send(confirmEndorsementInput, confirmEndorsement, person, values));
  return endorsement;
}

export function latestEndorsement(proposalId: number, person: Person) {
  return db.endorsement.findFirstOrThrow({
    where: { proposalId, personId: person.personId },
    orderBy: { id: "desc" },
  });
}
