import { z } from "zod";
import { keysOf } from "../keys-of";
import { isRoleGroup, roleGroups } from "../people/role-groups";
import { askKindLabels, askSizeLabels } from "./ui-text";

const ownerSchema = z.object({ kind: z.enum(["person", "body"]), handle: z.string(), name: z.string() });

const askSchema = z.object({
  number: z.number().int(),
  kind: z.enum(keysOf(askKindLabels)),
  text: z.string(),
  // Revisions from before these were asked for lack them.
  rationale: z.string().default(""),
  acceptanceTest: z.string().default(""),
  size: z.enum(keysOf(askSizeLabels)).nullish().default(null),
  /** The person or the body, as they are called today. */
  owner: ownerSchema.nullish().default(null),
  ownerRole: z.string().nullish().default(null),
});

const revisionSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  summary: z.string(),
  sections: z.array(z.object({ key: z.string(), markdown: z.string(), html: z.string() })),
  asks: z.array(askSchema),
});

/** What a proposal said at a time, with whatever later versions of the portal ask for left empty. */
export type RevisionText = z.output<typeof revisionSchema>;
export type RevisionAsk = RevisionText["asks"][number];

export function readRevision(row: unknown): RevisionText {
  return revisionSchema.parse(row);
}

/** Who owned an ask, in words: two people may have one name, so a person's handle is told too. */
export function ownerWords({ owner, ownerRole }: Pick<RevisionAsk, "owner" | "ownerRole">): string {
  if (owner) return owner.kind === "person" ? `${owner.name} (@${owner.handle})` : owner.name;
  if (!ownerRole) return "";
  return isRoleGroup(ownerRole) ? roleGroups[ownerRole].name : ownerRole;
}
