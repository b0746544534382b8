import { ownEntry } from "../own-entry";
import { askKindLabels, askSizeLabels, sectionTitle } from "./ui-text";

/** What a form holds: flat strings by the names of its fields, such as `asks.0.text`. */
export type FormValues = Record<string, string>;

interface SavedText {
  title: string;
  summary: string;
  sig: { handle: string } | null;
  sections: { key: string; markdown: string }[];
  asks: {
    kind: string;
    text: string;
    rationale: string;
    acceptanceTest: string;
    size: string | null;
    owner: { kind: string; handle: string } | null;
  }[];
}

/** A proposal as its form shows it. Fields with nothing in them are left out. */
export function formValues(saved: SavedText): FormValues {
  const values: FormValues = { title: saved.title, summary: saved.summary, sig: saved.sig?.handle ?? "" };
  for (const { key, markdown } of saved.sections) values[`sections.${key}`] = markdown;
  for (const [row, ask] of saved.asks.entries()) {
    values[`asks.${row}.kind`] = ask.kind;
    values[`asks.${row}.text`] = ask.text;
    values[`asks.${row}.rationale`] = ask.rationale;
    values[`asks.${row}.owner`] = ownerText(ask.owner);
    values[`asks.${row}.acceptanceTest`] = ask.acceptanceTest;
    values[`asks.${row}.size`] = ask.size ?? "";
  }
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ""));
}

function ownerText(owner: { kind: string; handle: string } | null): string {
  if (!owner) return "";
  return owner.kind === "person" ? `@${owner.handle}` : owner.handle;
}

const askField = /^asks\.(\d{1,6})\.(\w+)$/;

/** Whether a field belongs to what the proposal says, rather than to how the form is sent. */
export function isOfText(name: string): boolean {
  return /^(title|summary|sig|sections\.\w+)$/.test(name) || askField.test(name);
}

/** How many rows of asks a form has to show so that none of these is left out. */
export function askRows(values: FormValues): number {
  let rows = 0;
  for (const name of Object.keys(values)) rows = Math.max(rows, Number(askField.exec(name)?.[1] ?? -1) + 1);
  return Math.min(rows, mostRows);
}

/** A form that shows more rows than this serves nobody; what is in them is still read and counted. */
const mostRows = 1_000;

const askFields: Record<string, string> = {
  kind: "kind",
  text: "what is asked",
  rationale: "why",
  owner: "owner",
  acceptanceTest: "acceptance test",
  size: "size",
};

/** A field in words: "Ask 2: owner". */
export function fieldTitle(name: string): string {
  const plain: Record<string, string> = {
    title: "Title",
    summary: "Summary",
    sig: "SIG",
    reason: "Why it changes",
  };
  const [, row, field] = askField.exec(name) ?? [];
  if (row && field) return `Ask ${Number(row) + 1}: ${ownEntry(askFields, field) ?? field}`;
  return (
    ownEntry(plain, name) ??
    (name.startsWith("sections.") ? sectionTitle(name.slice("sections.".length)) : name)
  );
}

/** Fields in which one chooses, so that their texts cannot be mixed. */
export function isChoice(name: string): boolean {
  return name === "sig" || /\.(kind|size|owner)$/.test(name);
}

/** Fields of one line. */
export function isLine(name: string): boolean {
  return name === "title" || name.endsWith(".acceptanceTest");
}

/** A field's content as a reader knows it, where the stored word is another. */
export function valueTitle(name: string, value: string): string {
  const labels: Record<string, string> = /\.kind$/.test(name)
    ? askKindLabels
    : /\.size$/.test(name)
      ? askSizeLabels
      : {};
  return ownEntry(labels, value) ?? value;
}
