import type { z } from "zod";
import { now } from "../../clock";
import { type Tx, transact } from "../../db/transaction";
import { done, notFound, type Result, refuse } from "../../result";
import { type Actor, readsExecutive } from "../../workflow/actor";
import { record } from "../../workflow/events";
import { type CoAuthorRow, coAuthorAsActor, coAuthorSelect } from "../co-authors";
import { asJson, type Content, contentOf, keepRevision } from "../content";
import { lockNumber } from "../facts";
import { confirmOwnAsks } from "../move-consent";
import { mayRevise } from "../policy";
import { type NamedOwner, saveAsks } from "../save-asks";
import type { reviseInput } from "../schema";
import { visibleTo } from "../visibility";
import { dropWorkingCopy } from "./save-working-copy";

/**
 * Changes a draft in place; a published proposal gets a new, immutable revision with its reason.
 * Two people at once: the first wins, the second keeps what they typed and is told.
 */
export async function reviseProposal(actor: Actor, input: Input): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("signed_out", "Sign in to change a proposal.");
  return transact(async (tx) => {
    const held = await holdToRevise(tx, actor, input);
    if (!held.ok) return held;
    const { id, number, status, visibility, ...proposal } = held.value;
    const content = await contentOf(tx, { ...input, visibility });
    if (!content.ok) return content;
    const published = status !== "draft";
    const next = { id, revision: proposal.revision + (published ? 1 : 0) };
    const target = { ...next, version: input.version, published, personId: actor.personId };
    const saved = await save(tx, target, content.value);
    if (!saved.ok) return saved;
    await dropWorkingCopy(tx, actor.personId, input.copy);
    if (published) {
      const by = { authorId: actor.personId, reason: input.reason, at: now() };
      await keepRevision(tx, next, content.value, by);
    }
    const executive = visibility === "executive";
    await tell(tx, actor, { ...target, executive, reason: input.reason, named: saved.value });
    const own = await confirmOwnAsks(tx, actor, { ...next, status, executive });
    return own.ok ? done({ number }) : own;
  });
}

type Input = z.output<typeof reviseInput>;

const proposalColumns = {
  id: true,
  number: true,
  status: true,
  authorId: true,
  coAuthors: { select: coAuthorSelect },
  revision: true,
  version: true,
  visibility: true,
  sourceKey: true,
} as const;

/** The proposal, if this actor may change it now and the form is about what is there; else why not. */
async function holdToRevise(tx: Tx, actor: Actor, input: Input) {
  await lockNumber(tx, input.number);
  const proposal = await tx.proposal.findFirst({
    where: { number: input.number, AND: visibleTo(actor) },
    select: proposalColumns,
  });
  if (!proposal) return notFound("proposal");
  const may = mayRevise(actor, {
    ...proposal,
    coAuthorIds: proposal.coAuthors.map(({ person }) => person.id),
    imported: proposal.sourceKey !== null,
  });
  if (!may.ok) return may;
  const published = proposal.status !== "draft";
  const silent = published && input.reason.length < 3;
  if (proposal.version !== input.version) return conflict(silent);
  if (silent) return refuse("invalid", "Readers saw this already: say why it changes.", [reasonWanted]);
  // Who may see a published proposal does not change by editing its text.
  const visibility = published ? proposal.visibility : (input.visibility ?? proposal.visibility);
  const hidden =
    visibility !== proposal.visibility ? mayHide(actor, { ...proposal, visibility }) : done(null);
  return hidden.ok ? done({ ...proposal, visibility }) : hidden;
}

const reasonWanted = {
  path: "reason",
  message: "Say in a few words what changed and why, such as “answers question 2”.",
};

function conflict(silent: boolean): Result<never> {
  return refuse(
    "conflict",
    "Somebody saved this proposal while you were writing. Nothing you typed is lost: put both texts together, and save again.",
    silent ? [reasonWanted] : undefined,
  );
}

/** What only the board reads is opened, and written, by people who read it. */
function mayHide(
  actor: Actor,
  { visibility, coAuthors }: { visibility: Input["visibility"]; coAuthors: CoAuthorRow[] },
): Result<null> {
  if (visibility !== "executive") return done(null);
  const message = !readsExecutive(actor)
    ? "Only directors and officers open executive proposals."
    : coAuthors.some(({ person }) => !readsExecutive(coAuthorAsActor(person)))
      ? "Somebody who writes with you does not read what is executive. Ask them to leave it first."
      : undefined;
  return message ? refuse("refused", message, [{ path: "visibility", message }]) : done(null);
}

interface Told extends Target {
  executive: boolean;
  reason: string;
  named: NamedOwner[];
}

async function tell(tx: Tx, actor: Actor, told: Told): Promise<void> {
  const { id, revision, published, executive, reason, named } = told;
  await record(tx, actor, {
    type: published ? "proposal.revised" : "proposal.draft_saved",
    subject: "proposal",
    subjectId: id,
    proposalId: id,
    executive,
    data: {
      revision,
      ...(reason && { reason }),
      // Whom a draft names is asked when it is published.
      ...(published && named.length > 0 && { named }),
    },
  });
}

interface Target {
  id: number;
  version: number;
  revision: number;
  published: boolean;
  personId: number;
}

async function save(tx: Tx, target: Target, content: Content): Promise<Result<NamedOwner[]>> {
  const { asks, sections, visibility, ...columns } = content;
  const { count } = await tx.proposal.updateMany({
    where: { id: target.id, version: target.version },
    data: {
      ...columns,
      visibility,
      sections: asJson(sections),
      revision: target.revision,
      updatedAt: now(),
      version: { increment: 1 },
    },
  });
  if (count === 0) return conflict(false);
  return saveAsks(tx, target, asks);
}
