import { type ReactionKind, reactionKinds, reactions, type ShownReaction } from "@/lib/discussion/reactions";
import { html, type SafeHtml } from "../ui/html";

/** The one form of a page that all its reaction buttons belong to. */
export const reactForm = "react";

/**
 * What was said of a comment without a word, and, for who may, a button for each. A button says what will be: its value
 * is the comment's number, or that below zero where the reaction is taken back.
 */
export function reactionsHtml(
  comment: number,
  given: readonly ShownReaction[],
  mayReact: boolean,
): SafeHtml | null {
  if (given.length === 0 && !mayReact) return null;
  const rest = reactionKinds.filter((kind) => !given.some((each) => each.kind === kind));
  return html`${given.map((each) => givenHtml(comment, each, mayReact))}${mayReact && rest.length > 0 && chooseHtml(comment, rest)}`;
}

function givenHtml(
  comment: number,
  { kind, emoji, word, count, mine }: ShownReaction,
  mayReact: boolean,
): SafeHtml {
  const face = emoji ? `${emoji} ${word}` : word;
  const name = `${word} ${count}${mine ? ", yours too" : ""}`;
  if (!kind || !mayReact)
    return html`<span class="rx" role="img" aria-label="${name}">${face} ${count}</span>`;
  return html`<button class="rx" form="${reactForm}" name="${kind}" value="${mine ? -comment : comment}"${mine && html` aria-pressed="true"`} aria-label="${name}">${face} ${count}</button>`;
}

function chooseHtml(comment: number, kinds: readonly ReactionKind[]): SafeHtml {
  const buttons = kinds.map(
    (kind) =>
      html`<button form="${reactForm}" name="${kind}" value="${comment}">${reactions[kind].emoji} ${reactions[kind].word}</button>`,
  );
  return html`<details class="react"><summary>React</summary><div>${buttons}</div></details>`;
}
