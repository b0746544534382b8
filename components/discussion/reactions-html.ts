import { type ReactionKind, reactionKinds, reactions, type ShownReaction } from "@/lib/discussion/reactions";
import { html, type SafeHtml } from "../ui/html";

/** The one form of a page that all its reaction buttons belong to. */
export const reactForm = "react";

/** What a reader may do about the reactions of a comment: look, add to those that were given, or choose of all. */
export type Reacting = "look" | "join" | "choose";

/**
 * What was said of a comment without a word, and, for who may, a button for each. A button says what will be: its value
 * is the comment's number, or that below zero where the reaction is taken back.
 */
export function reactionsHtml(
  comment: number,
  given: readonly ShownReaction[],
  reacting: Reacting,
): SafeHtml | null {
  const rest = reactionKinds.filter((kind) => !given.some((each) => each.kind === kind));
  const choices = reacting === "choose" ? rest : [];
  if (given.length + choices.length === 0) return null;
  return html`${given.map((each) => givenHtml(comment, each, reacting !== "look"))}${choices.map((kind) => choiceHtml(comment, kind))}`;
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

function choiceHtml(comment: number, kind: ReactionKind): SafeHtml {
  const { emoji, word } = reactions[kind];
  return html`<button class="rx" form="${reactForm}" name="${kind}" value="${comment}">${emoji} ${word}</button>`;
}
