import type { StateCore, Token } from "markdown-it";

/**
 * What stands before a reference decides whether it is one: after a letter it is part of a word or of an
 * e-mail address (`centos-infra#12` lives in another tracker), after a slash part of a path.
 */
const NOT_AFTER = String.raw`(?<![\p{L}\p{N}_@#/.&=+%$~\-])`;
const HANDLE = String.raw`@(?<handle>[a-z0-9](?:[a-z0-9_.\-]{0,62}[a-z0-9_])?)(?![\p{L}\p{N}_@/])`;
const TICKET = String.raw`ticket#(?<ticket>[1-9]\d{0,8})(?![\p{L}\p{N}_#])`;
const PROPOSAL = String.raw`#(?<proposal>[1-9]\d{0,8})(?![\p{L}\p{N}_#])`;
const REFERENCE = new RegExp(`${NOT_AFTER}(?:${HANDLE}|${TICKET}|${PROPOSAL})`, "giu");

/** A text with more `@` and `#` than that is a log or an attack, not a conversation: nothing in it is linked. */
const MAX_SIGNS = 5000;

export interface Reference {
  text: string;
  href: string;
  start: number;
}

/** The people, proposals and tickets that a run of plain text names, in order. */
export function referencesIn(text: string): Reference[] {
  return [...text.matchAll(REFERENCE)].map((match) => ({
    text: match[0],
    href: addressOf(match.groups ?? {}),
    start: match.index,
  }));
}

/** markdown-it core rule: turns references outside code and links into links of this portal. */
export function linkReferences(state: StateCore): void {
  if (state.src.split(/[@#]/).length > MAX_SIGNS) return;
  for (const block of state.tokens) {
    if (block.type === "inline" && block.children && /[@#]/.test(block.content)) {
      block.children = withReferences(state, block.children);
    }
  }
}

function addressOf(groups: Record<string, string | undefined>): string {
  if (groups.handle) return `/people/${groups.handle}`;
  return groups.ticket ? `/tickets/${groups.ticket}` : `/proposals/${groups.proposal}`;
}

function withReferences(state: StateCore, tokens: Token[]): Token[] {
  const linked: Token[] = [];
  let linkDepth = 0;
  for (const token of tokens) {
    if (token.type === "link_open" || token.type === "link_close") linkDepth += token.nesting;
    if (token.type !== "text" || linkDepth > 0) linked.push(token);
    else for (const part of split(state, token, endOfWordBefore(linked))) linked.push(part);
  }
  return linked;
}

/** An escaped character is a token of its own: `a\_@b` must not read as if `@b` began a word. */
function endOfWordBefore(tokens: Token[]): string {
  const last = tokens.at(-1);
  return last?.type === "text_special" || last?.type === "link_close" ? "_" : "";
}

function split(state: StateCore, token: Token, before: string): Token[] {
  const text = before + token.content;
  const parts: Token[] = [];
  let position = before.length;
  for (const reference of referencesIn(text)) {
    parts.push(...textToken(state, token, text.slice(position, reference.start)));
    parts.push(...linkTokens(state, token, reference));
    position = reference.start + reference.text.length;
  }
  if (parts.length === 0) return [token];
  return [...parts, ...textToken(state, token, text.slice(position))];
}

function textToken(state: StateCore, like: Token, content: string): Token[] {
  if (content === "") return [];
  const text = new state.Token("text", "", 0);
  text.content = content;
  text.level = like.level;
  return [text];
}

function linkTokens(state: StateCore, like: Token, reference: Reference): Token[] {
  const open = new state.Token("link_open", "a", 1);
  open.attrSet("href", reference.href);
  return [open, ...textToken(state, like, reference.text), new state.Token("link_close", "a", -1)];
}
