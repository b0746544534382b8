import { type FormValues, isChoice, isLine, isOfText } from "./form-values";
import { mergeText } from "./merge-text";

/** A field that both changed, each in their own way. */
export interface BothChanged {
  name: string;
  base: string;
  theirs: string;
  mine: string;
  /** Proposed: both changes together, or one text after the other where they cannot be brought together. */
  merged: string;
  conflicts: number;
}

export interface Merge {
  /** The whole text: taken over where one side changed it, proposed where both did. */
  values: FormValues;
  both: BothChanged[];
  /** The fields that only one of the two changed. */
  theirs: string[];
  mine: string[];
}

/** Brings together what two people made of the same proposal. Asks that both added are kept beside each other. */
export function mergeProposals(base: FormValues, theirs: FormValues, typed: FormValues): Merge {
  const mine = ownAsksLast(base, theirs, withoutEmptyRows(typed));
  const merge: Merge = { values: {}, both: [], theirs: [], mine: [] };
  const names = new Set([base, theirs, mine].flatMap((values) => Object.keys(values)).filter(isOfText));
  for (const name of names) {
    const [was, here, there] = [textIn(base, name), textIn(mine, name), textIn(theirs, name)];
    let text = here;
    if (here === there || was === there) {
      if (here !== was && here !== there) merge.mine.push(name);
    } else if (was === here) {
      text = there;
      merge.theirs.push(name);
    } else {
      const field = bothChanged(name, was, there, here);
      text = field.merged;
      merge.both.push(field);
    }
    if (text) merge.values[name] = text;
  }
  return { ...merge, values: withKinds(merge.values, mine, theirs, base) };
}

/** An ask that one side took away and the other changed stays, and then needs its kind again. */
function withKinds(values: FormValues, ...sides: FormValues[]): FormValues {
  const whole = { ...values };
  for (const name of Object.keys(values)) {
    const kind = name.replace(/\.\w+$/, ".kind");
    if (!/^asks\.\d+\.text$/.test(name) || whole[kind]) continue;
    whole[kind] = sides.map((side) => side[kind]).find(Boolean) ?? "board_decision";
  }
  return whole;
}

function bothChanged(name: string, base: string, theirs: string, mine: string): BothChanged {
  if (isChoice(name)) return { name, base, theirs, mine, merged: theirs, conflicts: 1 };
  const { text, conflicts } = mergeText(base, theirs, mine);
  const merged = isLine(name) ? text.replaceAll("\n", " ") : text;
  return { name, base, theirs, mine, merged, conflicts };
}

/** A text without what a form or the saving of it changes by itself: line breaks, and space around it. */
function textIn(values: FormValues, name: string): string {
  return (values[name] ?? "").replaceAll("\r\n", "\n").trim();
}

/** A row in which nothing but its kind stands is one that the form offered and nobody used. */
function withoutEmptyRows(values: FormValues): FormValues {
  const used = new Set(
    Object.entries(values)
      .filter(([name, text]) => !name.endsWith(".kind") && text.trim())
      .map(([name]) => rowOf(name)),
  );
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => rowOf(name) === undefined || used.has(rowOf(name))),
  );
}

function rowOf(name: string): string | undefined {
  return /^asks\.(\d+)\./.exec(name)?.[1];
}

/** Two people who each add an ask mean two asks: mine move behind theirs, unless they are the same. */
function ownAsksLast(base: FormValues, theirs: FormValues, mine: FormValues): FormValues {
  const known = rowsIn(base);
  const taken = rowsIn(theirs);
  if (taken <= known) return mine;
  const moved: FormValues = {};
  for (const [name, value] of Object.entries(mine)) {
    const [, row, field] = /^asks\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const at = Number(row);
    const isOwn = row !== undefined && at >= known && !isSameAsk(theirs, mine, at);
    moved[isOwn ? `asks.${at + taken - known}.${field}` : name] = value;
  }
  return moved;
}

function isSameAsk(theirs: FormValues, mine: FormValues, row: number): boolean {
  return textIn(theirs, `asks.${row}.text`) === textIn(mine, `asks.${row}.text`);
}

function rowsIn(values: FormValues): number {
  return Math.max(0, ...Object.keys(values).map((name) => Number(rowOf(name) ?? -1) + 1));
}

/** What was chosen on the page that merges: for each field one of both texts, or what was made of them. */
export function withChoices(values: FormValues): FormValues {
  const chosen: FormValues = {};
  for (const [name, text] of Object.entries(values)) {
    if (/^(choose|theirs|mine)\./.test(name)) continue;
    const side = values[`choose.${name}`];
    chosen[name] = side === "theirs" || side === "mine" ? (values[`${side}.${name}`] ?? "") : text;
  }
  return chosen;
}
