import { ownerWords, type RevisionAsk, type RevisionText } from "./revision-text";
import { diffText, type Effort, onePage, type Part } from "./text-diff";
import { askKindLabels, askSizeLabels, sectionTemplate, sectionTitle } from "./ui-text";

export interface FieldChange {
  /** Absent where the thing has one text only: a section. */
  label?: string;
  parts: Part[];
}

/** The title, the summary, a section or an ask that is not what it was. */
export interface ThingChange {
  key: string;
  name: string;
  state: "added" | "removed" | "changed";
  fields: FieldChange[];
}

export interface RevisionDiff {
  changes: ThingChange[];
  /** "Title, 4 sections and ask 2 are unchanged."; null where everything changed. */
  unchanged: string | null;
}

/** Something that both revisions may have: its texts by their labels. */
interface Thing {
  key: string;
  name: string;
  texts: Map<string, string>;
}

/** What changed from one revision to another, word by word; the work is bounded for the two together. */
export function diffRevisions(before: RevisionText, after: RevisionText): RevisionDiff {
  const effort = onePage();
  const [old, recent] = [thingsOf(before), thingsOf(after)];
  const keys = inOrder([...old.keys(), ...recent.keys()]);
  const changes = keys.flatMap((key) => changeOf(old.get(key), recent.get(key), effort) ?? []);
  const changed = new Set(changes.map((change) => change.key));
  return { changes, unchanged: unchangedWords(keys.filter((key) => !changed.has(key))) };
}

function thingsOf(revision: RevisionText): Map<string, Thing> {
  const { title, summary, sections, asks } = revision;
  const things = [
    thing("title", "Title", { "": title }),
    thing("summary", "Summary", { "": summary }),
    ...sections.map(({ key, markdown }) => thing(`section ${key}`, sectionTitle(key), { "": markdown })),
    ...asks.map((ask) => thing(`ask ${ask.number}`, `Ask ${ask.number}`, textsOfAsk(ask))),
  ];
  return new Map(things.map((each) => [each.key, each]));
}

function thing(key: string, name: string, texts: Record<string, string>): Thing {
  return { key, name, texts: new Map(Object.entries(texts)) };
}

function textsOfAsk(ask: RevisionAsk): Record<string, string> {
  return {
    Kind: askKindLabels[ask.kind],
    Text: ask.text,
    Rationale: ask.rationale,
    Owner: ownerWords(ask),
    "Acceptance test": ask.acceptanceTest,
    Size: ask.size ? askSizeLabels[ask.size] : "",
  };
}

function changeOf(old: Thing | undefined, recent: Thing | undefined, effort: Effort): ThingChange | null {
  const { key, name } = recent ?? old ?? { key: "", name: "" };
  const labels = [...new Set([...(old?.texts.keys() ?? []), ...(recent?.texts.keys() ?? [])])];
  const fields = labels.flatMap((label) => {
    const [before, after] = [old?.texts.get(label) ?? "", recent?.texts.get(label) ?? ""];
    return before === after ? [] : [{ ...(label && { label }), parts: diffText(before, after, effort) }];
  });
  if (fields.length === 0) return null;
  return { key, name, state: stateOf(old, recent), fields };
}

/** A summary that was empty is not "changed": it was added. */
function stateOf(old: Thing | undefined, recent: Thing | undefined): ThingChange["state"] {
  const isEmpty = (each: Thing | undefined) => [...(each?.texts.values() ?? [])].every((text) => text === "");
  if (isEmpty(old)) return "added";
  return isEmpty(recent) ? "removed" : "changed";
}

/** Title, summary, the asks by number, the sections in the order of the template: as readers see them. */
export function inOrder(keys: string[]): string[] {
  const sections = ["body", ...sectionTemplate.map(({ key }) => key)].map((key) => `section ${key}`);
  const place = (key: string) => {
    const [kind, number] = key.split(" ");
    if (kind === "ask") return 10 + Number(number);
    return kind === "section" ? 1e6 + sections.indexOf(key) : ["title", "summary"].indexOf(key);
  };
  return [...new Set(keys)].sort((a, b) => place(a) - place(b));
}

function unchangedWords(keys: string[]): string | null {
  const words = changeWords(keys);
  if (!words) return null;
  const several = keys.length > 1;
  return `${words[0]?.toUpperCase()}${words.slice(1)} ${several ? "are" : "is"} unchanged.`;
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Keys of things (`section why`, `ask 3`) in a phrase: "summary, 2 sections and ask 3". */
export function changeWords(keys: readonly string[]): string {
  const numbersOf = (kind: string) =>
    keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  const [sections, asks] = [numbersOf("section"), numbersOf("ask")];
  return list.format([
    ...keys.filter((key) => key === "title" || key === "summary"),
    ...(sections.length === 1 ? [`“${sectionTitle(sections[0] ?? "")}”`] : []),
    ...(sections.length > 1 ? [`${sections.length} sections`] : []),
    ...(asks.length === 1 ? [`ask ${asks[0]}`] : []),
    ...(asks.length > 1 && asks.length <= 4 ? [`asks ${list.format(asks)}`] : []),
    ...(asks.length > 4 ? [`${asks.length} asks`] : []),
  ]);
}
