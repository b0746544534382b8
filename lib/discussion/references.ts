import type { StateCore, Token } from "markdown-it";

/**
 * What stands before a reference decides whether it is one: after a letter it is part of a word or of an
 * e-mail address (`centos-infra#12` lives in another tracker), after a slash part of a path.
 */
const NOT_AFTER = String.raw`(?<![\p{L}\p{N}_@#/.&=+%$~\-])`;
const NOT_BEFORE = String.raw`(?![\p{L}\p{N}_#])`;
const HANDLE = String.raw`@(?<handle>[A-Za-z0-9](?:[A-Za-z0-9_.\-]{0,62}[A-Za-z0-9_])?)(?![\p{L}\p{N}_@/])`;
const TICKET = String.raw`(?:[Tt]icket#|T-)(?<ticket>[1-9]\d{0,8})${NOT_BEFORE}(?!-\w)`;
const MEETING = String.raw`[Mm]eeting#(?<meeting>20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))${NOT_BEFORE}(?!-\w)`;
const OWN_QUESTION = String.raw`[Qq]uestion#(?<own>[1-9]\d{0,5})${NOT_BEFORE}`;
const PROPOSAL = String.raw`#(?<proposal>[1-9]\d{0,8})(?:/[Qq](?<question>[1-9]\d{0,5}))?${NOT_BEFORE}`;
/** As people speak of a thread that was imported: `centos/board#63`. */
const SOURCE = String.raw`(?<source>[A-Za-z0-9][\w.\-]{0,60}(?:/[\w.\-]{1,60}){1,3}#[1-9]\d{0,8})${NOT_BEFORE}`;
const REFERENCE = new RegExp(
  `${NOT_AFTER}(?:${[HANDLE, TICKET, MEETING, OWN_QUESTION, PROPOSAL, SOURCE].join("|")})`,
  "gu",
);
const SIGN = /[@#]|\bT-\d/;

/** A text with more signs than that is a log or an attack, not a conversation: nothing in it is linked. */
const MAX_SIGNS = 5000;

/** What a handle names. Without a handle of its own it has no page. */
export type NamedParty =
  | { kind: "person"; handle: string }
  | { kind: "body"; handle: string; isSig: boolean }
  | { kind: "role"; handle: string };

/** What is known of a text's surroundings when it is written. */
export interface Known {
  /** Who is called what, by handle in lower case. Absent, every handle is taken for a person's. */
  parties?: ReadonlyMap<string, NamedParty>;
  /** The proposal that the text belongs to: `question#2` is one of its questions. */
  proposal?: number;
}

export interface Reference {
  text: string;
  /** Null for what is marked, and has no page of its own or none before somebody reads it. */
  href: string | null;
  start: number;
}

/** What a run of plain text names, in order: people, bodies, roles, proposals, questions, tickets, meetings. */
export function referencesIn(text: string, known: Known = {}): Reference[] {
  return [...text.matchAll(REFERENCE)].flatMap((match) => {
    const href = addressOf(match.groups ?? {}, known);
    return href === undefined ? [] : [{ text: match[0], href, start: match.index }];
  });
}

/** What a rendering may bring along, and collect, by markdown-it's `env`. */
export interface ReferenceEnv extends Known {
  /** Handles that the text names outside quotes, code and links; quoted ones have been told before. */
  handles?: { own: Set<string>; quoted: Set<string> };
}

/** markdown-it core rule: turns references outside code and links into links of this portal. */
export function linkReferences(state: StateCore): void {
  if (state.src.split(SIGN).length > MAX_SIGNS) return;
  let quoteDepth = 0;
  for (const block of state.tokens) {
    if (block.type === "blockquote_open" || block.type === "blockquote_close") quoteDepth += block.nesting;
    if (block.type === "inline" && block.children && SIGN.test(block.content)) {
      block.children = withReferences(state, block.children, quoteDepth > 0);
    }
  }
}

/** Undefined where the text names nothing; null where it is marked without a link. */
function addressOf(groups: Record<string, string | undefined>, known: Known): string | null | undefined {
  const { handle, ticket, meeting, own, proposal, question } = groups;
  if (handle) return addressOfParty(handle, known);
  if (ticket) return `/tickets/${ticket}`;
  if (meeting) return `/meetings/${meeting}`;
  if (own) return known.proposal ? questionAddress(known.proposal, own) : undefined;
  if (proposal && question) return questionAddress(proposal, question);
  return proposal ? `/proposals/${proposal}` : null;
}

function addressOfParty(handle: string, { parties }: Known): string | null | undefined {
  if (!parties) return `/people/${handle}`;
  const party = parties.get(handle.toLowerCase());
  if (!party) return undefined;
  if (party.kind === "person") return `/people/${party.handle}`;
  return party.kind === "body" && party.isSig ? `/sigs/${party.handle}` : null;
}

function questionAddress(proposal: number | string, question: string): string {
  return `/proposals/${proposal}/questions#question-${question}`;
}

function withReferences(state: StateCore, tokens: Token[], quoted: boolean): Token[] {
  const linked: Token[] = [];
  let linkDepth = 0;
  for (const token of tokens) {
    if (token.type === "link_open" || token.type === "link_close") linkDepth += token.nesting;
    if (token.type !== "text" || linkDepth > 0) linked.push(token);
    else
      for (const part of split(state, token, { before: endOfWordBefore(linked), quoted })) linked.push(part);
  }
  return linked;
}

/** An escaped character is a token of its own: `a\_@b` must not read as if `@b` began a word. */
function endOfWordBefore(tokens: Token[]): string {
  const last = tokens.at(-1);
  return last?.type === "text_special" || last?.type === "link_close" ? "_" : "";
}

function split(state: StateCore, token: Token, place: { before: string; quoted: boolean }): Token[] {
  const text = place.before + token.content;
  const env = state.env as ReferenceEnv; // markdown-it passes on what the renderer was called with
  const parts: Token[] = [];
  let position = place.before.length;
  for (const reference of referencesIn(text, env)) {
    if (reference.text.startsWith("@")) {
      env.handles?.[place.quoted ? "quoted" : "own"].add(reference.text.slice(1).toLowerCase());
    }
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

/** What has no page is marked all the same: its title is looked up when somebody reads it. */
function linkTokens(state: StateCore, like: Token, { href, text }: Reference): Token[] {
  const [name, tag] = href === null ? ["mark", "span"] : ["link", "a"];
  const open = new state.Token(`${name}_open`, tag, 1);
  if (href === null) open.attrSet("class", "ref");
  else open.attrSet("href", href);
  return [open, ...textToken(state, like, text), new state.Token(`${name}_close`, tag, -1)];
}
