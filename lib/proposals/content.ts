import type { Prisma } from "../db/generated/client";
import type { Tx } from "../db/transaction";
import { renderKnown } from "../discussion/mention-queries";
import { findParty, unknownParty } from "../people/queries";
import { done, type FieldError, type Result, refuse } from "../result";
import type { ProposalInput } from "./schema";

export interface Section {
  key: string;
  markdown: string;
  /** Rendered and sanitized when written, so that reading costs nothing. */
  html: string;
}

/** An ask as it is stored, and as a revision keeps it. Revisions from before have no rationale, size and role. */
export interface AskRow extends AskOwner {
  number: number;
  kind: ProposalInput["asks"][number]["kind"];
  text: string;
  rationale: string;
  acceptanceTest: string;
  size: ProposalInput["asks"][number]["size"];
}

/** Whom an ask names: one of the three at most, which the check ask_one_owner holds too. */
export interface AskOwner {
  ownerPersonId: number | null;
  ownerBodyId: number | null;
  ownerRole: string | null;
}

export interface Content {
  title: string;
  summary: string;
  sections: Section[];
  sigId: number | null;
  visibility: ProposalInput["visibility"];
  asks: AskRow[];
}

/** Turns what was typed into what is stored; refuses names that nobody has, each at its field. */
export async function contentOf(tx: Tx, input: ProposalInput): Promise<Result<Content>> {
  const errors: FieldError[] = [];
  const sig = input.sig
    ? await tx.body.findFirst({ where: { handle: input.sig, kind: "sig" }, select: { id: true } })
    : null;
  if (input.sig && !sig)
    errors.push({ path: "sig", message: "There is no SIG of that name. Choose one from the list." });
  const owners = await ownersOf(tx, input);
  const asks: AskRow[] = [];
  for (const [index, { owner, ...ask }] of input.asks.entries()) {
    const ids = owners.get(owner);
    if (ids) asks.push({ ...ask, ...ids, number: index + 1 });
    else errors.push({ path: `asks.${index}.owner`, message: unknownParty });
  }
  if (errors.length > 0)
    return refuse("invalid", "Some names are not known. Nothing you typed is lost.", errors);
  const { title, summary, visibility } = input;
  const sections = await sectionsOf(tx, input);
  return done({ title, summary, visibility, sigId: sig?.id ?? null, sections, asks });
}

/** Every name in the form, looked up once. A name that nobody has is absent. */
async function ownersOf(tx: Tx, input: ProposalInput): Promise<Map<string, AskOwner>> {
  const owners = new Map<string, AskOwner>([
    ["", { ownerPersonId: null, ownerBodyId: null, ownerRole: null }],
  ]);
  for (const name of new Set(input.asks.map(({ owner }) => owner))) {
    const party = name ? await findParty(tx, name) : undefined;
    if (party) {
      owners.set(name, { ownerPersonId: party.personId, ownerBodyId: party.bodyId, ownerRole: party.role });
    }
  }
  return owners;
}

async function sectionsOf(tx: Tx, input: ProposalInput): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [key, markdown] of Object.entries(input.sections)) {
    if (markdown?.trim()) sections.push({ key, markdown, html: (await renderKnown(tx, markdown)).html });
  }
  return sections;
}

/** Keeps what readers see from now on as an immutable revision. */
export async function keepRevision(
  tx: Tx,
  proposal: { id: number; revision: number },
  content: Content,
  by: { authorId: number; reason: string; at: Date },
): Promise<void> {
  await tx.proposalRevision.create({
    data: {
      proposalId: proposal.id,
      number: proposal.revision,
      title: content.title,
      summary: content.summary,
      sections: asJson(content.sections),
      asks: asJson(content.asks),
      reason: by.reason,
      authorId: by.authorId,
      createdAt: by.at,
    },
  });
}

/** Sections and asks are plain data; Prisma's JSON type only lacks the name. */
export function asJson(value: Section[] | AskRow[]): Prisma.InputJsonValue {
  return value as unknown as Prisma.InputJsonValue;
}
