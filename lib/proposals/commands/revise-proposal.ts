import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import type { Actor } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type AskRow, asJson, type Content, contentOf, keepRevision } from "../content";
import { mayRevise } from "../policy";
import type { reviseInput } from "../schema";
import { visibleTo } from "../visibility";

/**
 * Changes a draft in place; a published proposal gets a new, immutable revision with its reason.
 * Two people at once: the first wins, the second keeps what they typed and is told.
 */
export async function reviseProposal(
  actor: Actor,
  input: z.output<typeof reviseInput>,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to change a proposal.");
  return transact(async (tx) => {
    const proposal = await tx.proposal.findFirst({
      where: { number: input.number, ...{ AND: visibleTo(actor) } },
      select: {
        id: true,
        number: true,
        status: true,
        authorId: true,
        coAuthors: { select: { personId: true } },
        revision: true,
        visibility: true,
        sourceKey: true,
      },
    });
    if (!proposal) return notFound("proposal");
    const may = mayRevise(actor, {
      ...proposal,
      coAuthorIds: proposal.coAuthors.map(({ personId }) => personId),
      imported: proposal.sourceKey !== null,
    });
    if (!may.ok) return may;
    const published = proposal.status !== "draft";
    if (published && input.reason.length < 3) {
      return refuse("invalid", "Readers saw this already: say why it changes.", [
        { path: "reason", message: "Say in a few words what changed and why, such as “answers question 2”." },
      ]);
    }
    const content = await contentOf(tx, input);
    if (!content.ok) return content;
    const next = { id: proposal.id, revision: proposal.revision + (published ? 1 : 0) };
    const saved = await save(tx, { ...next, version: input.version, published }, content.value);
    if (!saved.ok) return saved;
    if (published) {
      await keepRevision(tx, next, content.value, {
        authorId: actor.personId,
        reason: input.reason,
        at: now(),
      });
    }
    await record(tx, actor, {
      type: published ? "proposal.revised" : "proposal.draft_saved",
      subject: "proposal",
      subjectId: proposal.id,
      proposalId: proposal.id,
      executive: proposal.visibility === "executive",
      data: { revision: next.revision, ...(input.reason && { reason: input.reason }) },
    });
    return done({ number: proposal.number });
  });
}

interface Target {
  id: number;
  version: number;
  revision: number;
  published: boolean;
}

async function save(tx: Tx, target: Target, content: Content): Promise<Result<null>> {
  const { asks, sections, visibility, ...columns } = content;
  const { count } = await tx.proposal.updateMany({
    where: { id: target.id, version: target.version },
    data: {
      ...columns,
      // Who may see a published proposal does not change by editing its text.
      ...(!target.published && { visibility }),
      sections: asJson(sections),
      revision: target.revision,
      updatedAt: now(),
      version: { increment: 1 },
    },
  });
  if (count === 0) {
    return refuse(
      "conflict",
      "Somebody saved this proposal while you were writing. Your text is still here: open the proposal in another tab, compare, and save again from there.",
    );
  }
  return replaceAsks(tx, target, asks);
}

/** Asks keep their number for life: one that was published is changed or added to, and never taken away silently. */
async function replaceAsks(tx: Tx, target: Target, asks: AskRow[]): Promise<Result<null>> {
  const kept = await tx.ask.count({ where: { proposalId: target.id } });
  if (target.published && asks.length < kept) {
    return refuse(
      "refused",
      "An ask that was published stays on the record. Say in its text that it is withdrawn; it can be dropped, with a reason, when the proposal is split.",
    );
  }
  if (!target.published)
    await tx.ask.deleteMany({ where: { proposalId: target.id, number: { gt: asks.length } } });
  for (const { number, ...ask } of asks) {
    await tx.ask.upsert({
      where: { proposalId_number: { proposalId: target.id, number } },
      create: { proposalId: target.id, number, ...ask },
      update: ask,
    });
  }
  return done(null);
}
