import type { ReadinessFacts, ReadinessItem, ReadinessSetting } from "./readiness";
import { hourMs } from "./readiness-meeting";
import { listed, numbered } from "./readiness-words";

/** Whose turn it is where the text, its asks or its materials are to be mended. */
export const authors = "its authors";

type Part = (facts: ReadinessFacts, setting: ReadinessSetting) => ReadinessItem;

/** Each part of readiness, as it stands: what is there and what is missing, in the order of the sentence. */
export function itemsOf(facts: ReadinessFacts, setting: ReadinessSetting): ReadinessItem[] {
  const asks = facts.asks.length > 0 ? [ownersItem, testsItem] : [asksItem];
  const parts: Part[] = [
    ...[summaryItem, ...asks, boardItem],
    ...[questionsItem, concernsItem, sponsorItem, materialsItem, informationItem],
  ];
  return parts.map((part) => part(facts, setting));
}

function summaryItem({ summary }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "summary";
  if (summary) return { key, ok: true, text: "A summary", href: page(setting, "") };
  const text = "A summary: two or three sentences for everybody";
  return { key, ok: false, text, need: "a summary", href: form(setting, "summary", ""), waitsFor: authors };
}

function asksItem(_facts: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const text = "An ask: a board can only decide on what is asked";
  const href = form(setting, "asks", "#asks");
  return { key: "asks", ok: false, text, need: "an ask", href, waitsFor: authors };
}

function ownersItem({ asks }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "owners";
  const lacking = asks.filter(({ owned }) => !owned).map(({ number }) => number);
  const [first] = lacking;
  if (first === undefined)
    return { key, ok: true, text: "An owner for every ask", href: page(setting, "#asks") };
  const need = `${lacking.length === 1 ? "an owner" : "owners"} for ${numbered("ask", lacking)}`;
  const href = form(setting, "asks", `#ask-${first}`);
  return { key, ok: false, text: upperFirst(need), need, href, waitsFor: authors };
}

function testsItem({ asks }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "tests";
  const lacking = asks.filter(({ tested }) => !tested).map(({ number }) => number);
  const [first] = lacking;
  const all = "An acceptance test for every ask";
  if (first === undefined) return { key, ok: true, text: all, href: page(setting, "#asks") };
  const need = `${lacking.length === 1 ? "an acceptance test" : "acceptance tests"} for ${numbered("ask", lacking)}`;
  const href = form(setting, "asks", `#ask-${first}`);
  return { key, ok: false, text: upperFirst(need), need, href, waitsFor: authors };
}

/** The board asked in 2021: what involvement is expected of us, and why? An ask of the board, and the section on it. */
function boardItem({ asks, saysWhy }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "board";
  const asksBoard = asks.some(({ kind }) => kind === "board_decision" || kind === "inform");
  if (asksBoard && saysWhy) {
    return { key, ok: true, text: "What the board must do, and why", href: page(setting, "#asks") };
  }
  const text = saysWhy
    ? "What the board must do: an ask that wants its decision, or informs it"
    : "What the board must do, and why: the section on it is empty";
  const href = form(setting, saysWhy ? "asks" : "section-why", "#asks");
  return { key, ok: false, text, need: "what the board must do", href, waitsFor: authors };
}

function questionsItem({ questions }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "questions";
  const [first] = questions;
  if (!first) return { key, ok: true, text: "No open question", href: page(setting, "/questions") };
  const owing = [...new Set(questions.map(({ of }) => of))];
  const isOne = questions.length === 1;
  const need = isOne ? `an answer to question ${first.number}` : `answers to ${questions.length} questions`;
  const href = page(setting, `/questions#question-${first.number}`);
  const waitsFor = listed(owing, 4);
  return { key, ok: false, text: upperFirst(need), need, href, waitsFor };
}

function concernsItem({ concerns }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "concerns";
  const [first] = concerns;
  if (!first) return { key, ok: true, text: "No unresolved concern", href: page(setting, "/concerns") };
  const numbers = concerns.map(({ number }) => number);
  const need = `${numbered("concern", numbers)} resolved`;
  const href = page(setting, `/concerns#concern-${first.number}`);
  const waitsFor = listed([...new Set(concerns.map((concern) => concern.waitsFor))], 4);
  return { key, ok: false, text: upperFirst(need), need, href, waitsFor };
}

function sponsorItem({ sponsor }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "sponsor";
  const href = page(setting, "/support");
  if (sponsor.confirmed) return { key, ok: true, text: `A sponsor: ${sponsor.confirmed}`, href };
  const text = sponsor.asked ? "A sponsor: asked, not confirmed yet" : "A sponsor: nobody is asked yet";
  return { key, ok: false, text, need: "a sponsor", href, waitsFor: sponsor.asked ?? authors };
}

/** No material is no obstacle: what there is has to belong to the text that the board reads. */
function materialsItem({ materials, revision }: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "materials";
  const outdated = materials.filter((material) => material.outdated).map(({ number }) => number);
  const [first] = outdated;
  if (first === undefined) {
    const text =
      materials.length > 0 ? `Materials pinned to revision ${revision}` : "No material that is out of date";
    return { key, ok: true, text, href: page(setting, "/materials") };
  }
  const need = `${numbered("material", outdated)} pinned to the current revision`;
  const href = page(setting, `/materials#material-${first}`);
  return { key, ok: false, text: upperFirst(need), need, href, waitsFor: authors };
}

function informationItem(facts: ReadinessFacts, setting: ReadinessSetting): ReadinessItem {
  const key = "information";
  const { informationAt, meeting } = facts;
  const hours = `${setting.noticeHours} ${setting.noticeHours === 1 ? "hour" : "hours"}`;
  if (informationAt === null) {
    const text = "Published: it is a draft, which the board cannot read";
    return { key, ok: false, text, need: "publication", href: page(setting, ""), waitsFor: "its author" };
  }
  if (!meeting) return { key, ok: true, text: "Published for everybody", href: page(setting, "/history") };
  const ahead = (Date.parse(meeting.startsAt) - Date.parse(informationAt)) / hourMs;
  const href = page(setting, ahead >= setting.noticeHours ? "/history" : "/board");
  if (ahead >= setting.noticeHours) {
    return { key, ok: true, text: `Unchanged for ${hours} before the meeting`, href };
  }
  const text = `Unchanged for ${hours} before the meeting: the last change came later`;
  return {
    key,
    ok: false,
    text,
    need: `${hours} without a change before the meeting`,
    href,
    waitsFor: "a later meeting",
  };
}

function page({ number }: ReadinessSetting, rest: string): string {
  return `/proposals/${number}${rest}`;
}

/** Into the form for who may write; for others to where it is read. */
function form(setting: ReadinessSetting, field: string, read: string): string {
  return page(setting, setting.mayWrite ? `/edit#${field}` : read);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
