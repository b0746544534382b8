import { z } from "zod";
import { isSameSite, mayLinkTo } from "../discussion/addresses";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";

export const materialKinds = ["slides", "document", "recording", "other"] as const;
export type MaterialKind = (typeof materialKinds)[number];

const kind = z.enum(materialKinds, "Choose slides, document, recording or other.");

const title = lineUpTo(200, "A title").pipe(
  z.string().min(1, "Give it a title, such as “Slides of the 5 October workshop”."),
);

/** What others can open in their browser; no script, no mail, no path of one's own machine. */
const url = lineUpTo(2_000, "An address").transform((text, context) => {
  const wrong = whatIsWrongWith(text);
  if (!wrong) return text;
  context.addIssue(wrong);
  return z.NEVER;
});

function whatIsWrongWith(address: string): string | null {
  if (address === "") return "Give the address of the material, such as https://example.org/slides.pdf.";
  if (!/^https?:/i.test(address)) {
    const scheme = /^[a-z][a-z\d+.-]*:/i.exec(address)?.[0];
    const says = scheme
      ? `An address that begins with ${scheme} cannot be linked.`
      : "This is no full address.";
    return `${says} It has to begin with https:// or http://.`;
  }
  const known = mayLinkTo(address) && !isSameSite(address) && URL.canParse(address);
  if (!known)
    return "This is no address that a browser can open. Copy it from the browser's own address line.";
  const { username, password } = new URL(address);
  return username || password
    ? "There is a name or a password in this address. Everybody would read it."
    : null;
}

const ofProposal = { proposal: positiveId };
const ofMaterial = { ...ofProposal, material: positiveId, version: positiveId };

/** A link. */
export const addMaterialInput = z.object({ ...ofProposal, kind, title, url });
/** A file: its bytes come beside, for no form state ever holds them. */
export const attachFileInput = z.object({ ...ofProposal, kind, title });
export const repinMaterialInput = z.object(ofMaterial);
export const sayChangedInput = z.object({
  ...ofMaterial,
  note: textUpTo(500, "A note").pipe(z.string().min(3, "Say in a few words what has changed.")),
});
export const removeMaterialInput = z.object({
  ...ofMaterial,
  reason: textUpTo(500, "A reason").pipe(z.string().min(3, "Say why it is removed; the reason stays.")),
});

/** The proposal's text, or with `material` the material of that number. */
export const markReadInput = z.object({
  ...ofProposal,
  material: z.preprocess((value) => (value === "" ? undefined : value), positiveId.optional()),
});
