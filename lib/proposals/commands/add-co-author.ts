import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type CoAuthorRow, coAuthorAsActor, coAuthorSelect } from "../co-authors";
import { type HeldProposal, holdProposal, lockNumber } from "../facts";
import { mayChooseCoAuthors } from "../policy";
import type { addCoAuthorInput } from "../schema";

const coAuthorsAtMost = 20;

/** The author takes somebody in, who from then on sees the draft and writes (docs/adr/012). */
export async function addCoAuthor(
  actor: Actor,
  input: z.output<typeof addCoAuthorInput>,
): Promise<Result<{ number: number; name: string }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to choose who writes with you.");
  return transact(async (tx) => {
    await lockNumber(tx, input.number);
    const proposal = await holdProposal(tx, actor, { number: input.number });
    if (!proposal) return notFound("proposal");
    const may = mayChooseCoAuthors(actor, proposal.facts);
    if (!may.ok) return may;
    const person = await findWriter(tx, input.person);
    const objection = objectionTo(person, proposal);
    if (objection !== undefined || !person) return atField(objection ?? nobody);
    const { count } = await tx.coAuthor.createMany({
      data: { proposalId: proposal.id, personId: person.id, addedById: actor.personId, createdAt: now() },
      skipDuplicates: true,
    });
    if (count === 0) return atField(`${person.name} writes with you already.`);
    await record(tx, actor, {
      type: "proposal.co_author_added",
      subject: "proposal",
      subjectId: proposal.id,
      proposalId: proposal.id,
      executive: proposal.visibility === "executive",
      data: { personId: person.id, name: person.name },
    });
    return done({ number: proposal.number, name: person.name });
  });
}

const nobody = "Nobody is called that. Give a person such as @ada; they have to have signed in once.";

/** Somebody who can come and write: not a name from a tracker, and not an account that has ended. */
async function findWriter(tx: Tx, text: string): Promise<CoAuthorRow["person"] | null> {
  return tx.person.findFirst({
    where: {
      handle: { equals: text.replace(/^@/, ""), mode: "insensitive" },
      disabledAt: null,
      isPlaceholder: false,
    },
    select: coAuthorSelect.person.select,
  });
}

function objectionTo(person: CoAuthorRow["person"] | null, proposal: HeldProposal): string | undefined {
  if (!person) return nobody;
  const { authorId, coAuthorIds } = proposal.facts;
  if (person.id === authorId) return `${person.name} is its author already.`;
  if (coAuthorIds.includes(person.id)) return `${person.name} writes with you already.`;
  if (coAuthorIds.length >= coAuthorsAtMost) return `A proposal may have ${coAuthorsAtMost} co-authors.`;
  if (proposal.visibility === "executive" && !readsExecutive(coAuthorAsActor(person))) {
    return `Only the board reads this proposal, and ${person.name} has no part in the board. Writing with you would show it to them.`;
  }
  return undefined;
}

function atField(message: string): Result<never> {
  return refuse("invalid", message, [{ path: "person", message }]);
}
