import { z } from "zod";
import { Prisma } from "../db/client";
import { readRows } from "../db/read";
import { handlesIn, renderMarkdown } from "../discussion/markdown";
import { tellReferences } from "../discussion/reference-queries";
import type { NamedParty } from "../discussion/references";
import { type Party, partyOf, unknownParty } from "../people/queries";
import { isRoleGroup } from "../people/role-groups";
import type { FieldError } from "../result";
import type { Actor } from "../workflow/actor";
import type { AskShown } from "./ask-queries";
import { type FormValues, fieldTitle } from "./form-values";
import type { ProposalText } from "./queries";
import { fieldOfProposalForm, proposalInput, readProposalForm } from "./schema";
import { askKindLabels, askSizeLabels } from "./ui-text";

export interface Preview {
  title: string;
  summary: string;
  text: ProposalText;
  /** What would be refused if it were saved now, with the field in words. */
  faults: { field: string; message: string }[];
}

interface Name {
  kind: "person" | "body";
  handle: string;
  name: string;
  isSig: boolean;
  isPlaceholder: boolean;
}

/** What readers would see if this were saved: rendered as it would be, by two queries in all. */
export async function findPreview(actor: Actor, values: FormValues): Promise<Preview> {
  const form = typed.parse(readProposalForm(values));
  const asks = form.asks.slice(0, mostShown);
  const sections = Object.entries(form.sections);
  const owners = asks.map((ask) => ask.owner?.trim() ?? "");
  const called = sections.flatMap(([, markdown]) => Object.values(handlesIn(markdown)).flat());
  const names = await namesOf([...called, ...owners.map((owner) => owner.replace(/^@/, ""))]);
  const parties = partiesOf(names, called);
  const html = await tellReferences(
    actor,
    sections.map(([, markdown]) => renderMarkdown(markdown, { parties })),
  );
  return {
    title: form.title?.trim() ?? "",
    summary: form.summary?.trim() ?? "",
    text: {
      sections: sections.map(([key, markdown], place) => ({ key, markdown, html: html[place] ?? "" })),
      asks: asks.map((ask, index) => askOf(ask, index, ownerOf(names, owners[index] ?? ""))),
    },
    faults: faultsOf(form, values, names),
  };
}

/** Flat strings, sorted into sections and rows, and nothing said yet of what is wrong with them. */
const typed = z.object({
  title: z.string().optional(),
  summary: z.string().optional(),
  sig: z.string().optional(),
  sections: z.record(z.string(), z.string()),
  asks: z.array(z.record(z.string(), z.string().optional())),
});
type Typed = z.output<typeof typed>;

const mostShown = 200;

async function namesOf(handles: readonly string[]): Promise<Name[]> {
  const wanted = [...new Set(handles.filter(Boolean).map((handle) => handle.toLowerCase()))].slice(0, 1_000);
  if (wanted.length === 0) return [];
  return readRows<Name>(Prisma.sql`
    SELECT 'body' AS "kind", b."handle", b."name", b."kind" = 'sig' AS "isSig", false AS "isPlaceholder"
      FROM "Body" b WHERE lower(b."handle") = ANY(${wanted})
    UNION ALL
    SELECT 'person', w."handle", w."name", false, w."isPlaceholder"
      FROM "Person" w WHERE lower(w."handle") = ANY(${wanted}) AND w."disabledAt" IS NULL
    ORDER BY "kind"`);
}

/** As when it is saved: a person first, then a body, then a role. */
function partiesOf(names: readonly Name[], called: readonly string[]): Map<string, NamedParty> {
  const parties = new Map<string, NamedParty>();
  for (const handle of called) if (isRoleGroup(handle)) parties.set(handle, { kind: "role", handle });
  for (const { kind, handle, isSig, isPlaceholder } of names) {
    if (!isPlaceholder)
      parties.set(handle.toLowerCase(), kind === "body" ? { kind, handle, isSig } : { kind, handle });
  }
  return parties;
}

/** As `findParty`: without the @ a body first, then a role, then a person; by their exact names. */
function ownerOf(names: readonly Name[], text: string): Party | null {
  const handle = text.replace(/^@/, "");
  const known = (kind: Name["kind"]) =>
    names.find((name) => name.kind === kind && name.handle === handle) ?? null;
  const body = text.startsWith("@") ? null : known("body");
  const role = !body && isRoleGroup(text) ? text : null;
  return partyOf({ body, role, person: body || role ? null : known("person") });
}

function askOf(ask: Typed["asks"][number], index: number, owner: Party | null): AskShown {
  const { kind = "", size = "" } = ask;
  return {
    id: 0,
    number: index + 1,
    version: 1,
    kind: isKey(askKindLabels, kind) ? kind : "board_decision",
    text: ask.text?.trim() ?? "",
    rationale: ask.rationale?.trim() ?? "",
    acceptanceTest: ask.acceptanceTest?.trim() ?? "",
    size: isKey(askSizeLabels, size) ? size : null,
    owner,
    ownerIds: { ownerPersonId: null, ownerBodyId: null, ownerRole: null },
    boardDecides: false,
    consent: { state: "named", by: null, at: null, reason: null, changedSince: null },
    placed: false,
  };
}

function isKey<Of extends object>(labels: Of, key: string): key is Extract<keyof Of, string> {
  return Object.hasOwn(labels, key);
}

function faultsOf(form: Typed, values: FormValues, names: readonly Name[]): Preview["faults"] {
  const read = proposalInput.safeParse(form);
  const errors: FieldError[] = (read.error?.issues ?? []).map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  for (const [index, { owner = "" }] of form.asks.entries()) {
    if (owner.trim() && !ownerOf(names, owner.trim()))
      errors.push({ path: `asks.${index}.owner`, message: `“${owner.trim()}”: ${unknownParty}` });
  }
  return errors
    .slice(0, mostShown)
    .map(({ path, message }) => ({ field: fieldTitle(fieldOfProposalForm(path, values)), message }));
}
