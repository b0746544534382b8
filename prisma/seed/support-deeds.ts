import { db } from "@/lib/db/client";
import { addressConcern } from "@/lib/discussion/commands/address-concern";
import { openConcern } from "@/lib/discussion/commands/open-concern";
import { resolveConcern } from "@/lib/discussion/commands/resolve-concern";
import { addressConcernInput, openConcernInput, resolveConcernInput } from "@/lib/discussion/concern-schema";
import { addCoAuthor } from "@/lib/proposals/commands/add-co-author";
import { addRelation } from "@/lib/proposals/commands/add-relation";
import { askEndorsement } from "@/lib/proposals/commands/ask-endorsement";
import { confirmAsk } from "@/lib/proposals/commands/confirm-ask";
import { confirmEndorsement } from "@/lib/proposals/commands/confirm-endorsement";
import { declineAsk } from "@/lib/proposals/commands/decline-ask";
import { offerEndorsement } from "@/lib/proposals/commands/offer-endorsement";
import {
  askEndorsementInput,
  confirmEndorsementInput,
  offerEndorsementInput,
} from "@/lib/proposals/endorsement-schema";
import { addRelationInput } from "@/lib/proposals/relation-schema";
import type { RelationKind } from "@/lib/proposals/relation-text";
import { addCoAuthorInput, confirmAskInput, declineAskInput } from "@/lib/proposals/schema";
import { must } from "./scene";
import type { Player, Told } from "./stage";

export async function writeWith(by: Player, { number }: Told, { handle: person }: Player): Promise<void> {
  must(await addCoAuthor(by, addCoAuthorInput.parse({ number, person })));
}

/** Says yes to the asks that name them. */
export async function consentTo(by: Player, told: Told, ...asks: readonly number[]): Promise<void> {
  for (const ask of asks) must(await confirmAsk(by, confirmAskInput.parse(await theAsk(told, ask))));
}

export async function refuseTo(by: Player, told: Told, ask: number, reason: string): Promise<void> {
  must(await declineAsk(by, declineAskInput.parse({ ...(await theAsk(told, ask)), reason })));
}

export async function askToSponsor(by: Player, { number }: Told, { handle: person }: Player): Promise<void> {
  must(await askEndorsement(by, askEndorsementInput.parse({ number, part: "sponsor", person })));
}

/** Says yes to having been asked to stand behind it. */
export async function standBehind(by: Player, { number }: Told, note: string): Promise<void> {
  const asked = await db.endorsement.findFirstOrThrow({
    where: { proposal: { number }, person: { handle: by.handle }, status: "asked" },
    select: { id: true, version: true },
  });
  const input = { number, endorsement: asked.id, version: asked.version, note };
  must(await confirmEndorsement(by, confirmEndorsementInput.parse(input)));
}

export async function endorse(by: Player, { number }: Told, note: string): Promise<void> {
  must(await offerEndorsement(by, offerEndorsementInput.parse({ number, part: "endorser", note })));
}

export async function object(
  by: Player,
  { number: proposal }: Told,
  text: string,
  resolver = "",
): Promise<void> {
  must(await openConcern(by, openConcernInput.parse({ proposal, text, resolver })));
}

export async function address(by: Player, told: Told, concern: number, response: string): Promise<void> {
  const input = { ...(await theConcern(told, concern)), response };
  must(await addressConcern(by, addressConcernInput.parse(input)));
}

export async function resolve(by: Player, told: Told, concern: number, reason: string): Promise<void> {
  const input = { ...(await theConcern(told, concern)), reason };
  must(await resolveConcern(by, resolveConcernInput.parse(input)));
}

export async function relate(
  by: Player,
  { number }: Told,
  kind: RelationKind,
  other: { title: string },
): Promise<void> {
  const to = await db.proposal.findFirstOrThrow({
    where: { title: { startsWith: other.title } },
    select: { number: true },
  });
  must(await addRelation(by, addRelationInput.parse({ number, kind, other: String(to.number) })));
}

async function theAsk({ number }: Told, ask: number) {
  const { version } = await db.ask.findFirstOrThrow({
    where: { proposal: { number }, number: ask },
    select: { version: true },
  });
  return { number, ask, version };
}

async function theConcern({ number: proposal }: Told, concern: number) {
  const { version } = await db.concern.findFirstOrThrow({
    where: { proposal: { number: proposal }, number: concern },
    select: { version: true },
  });
  return { proposal, concern, version };
}
