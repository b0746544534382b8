import MarkdownIt, { type StateCore, type Token } from "markdown-it";
import { isSameSite, mayLinkTo } from "./addresses";
import { outsideReference } from "./outside-links";
import { linkReferences } from "./references";

/** How many characters the uses of one `[label]: address` may add to a text. */
const MAX_REPEATED_LENGTH = 500_000;

/** One parser for everything that people write; its rules make the tokens safe before they become HTML. */
export const parser = new MarkdownIt({ html: false, linkify: true, breaks: false, typographer: false });
parser.validateLink = mayLinkTo;
// README.md and example.org/x are more often names than addresses; a link says http.
parser.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
parser.core.ruler.after("block", "bound_repeated_addresses", boundRepeatedAddresses);
parser.core.ruler.before("text_join", "portal_references", linkReferences);
parser.core.ruler.push("portal_tokens", adaptTokens);

/** A long address behind a short label, used ten thousand times, would turn 200 kB into 100 MB. */
function boundRepeatedAddresses(state: StateCore): void {
  const references = state.env.references ?? {};
  const uses = state.src.split("]").length;
  for (const [label, { href, title }] of Object.entries(references)) {
    if ((href.length + title.length) * uses > MAX_REPEATED_LENGTH) delete references[label];
  }
}

function adaptTokens(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type === "heading_open" || token.type === "heading_close") lowerHeading(token);
    if (token.type === "fence") token.info = languageOf(token.info);
    if (token.type === "th_open" || token.type === "td_open") alignByClass(token);
    if (token.children) token.children = adaptInline(state, token.children);
  }
  markTasks(state);
}

/** The page owns h1 and h2; what people write hangs below them. */
function lowerHeading(token: Token): void {
  token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
}

/** Only a plain language name becomes the class of a code block. */
function languageOf(info: string): string {
  return /^[\w+#.-]{1,30}(?=\s|$)/.exec(info.trim())?.[0] ?? "";
}

/** The Content-Security-Policy allows no style attributes. */
function alignByClass(token: Token): void {
  const side = /^text-align:(left|center|right)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
  token.attrs = side ? [["class", `align-${side}`]] : null;
}

function adaptInline(state: StateCore, tokens: Token[]): Token[] {
  let linkDepth = 0;
  return tokens.flatMap((token, place) => {
    if (token.type === "link_open" || token.type === "link_close") linkDepth += token.nesting;
    if (token.type === "link_open" && state.env.shortens) shorten(token, tokens[place + 1]);
    if (token.type === "link_open") markOutside(token);
    return token.type === "image" ? imageTokens(state, token, linkDepth > 0) : [token];
  });
}

/** The address of an issue or a commit is told as people speak of it; the whole of it stays in the title. */
function shorten(link: Token, inside: Token | undefined): void {
  if (link.markup !== "linkify" && link.markup !== "autolink") return;
  const address = String(link.attrGet("href") ?? "");
  const reference = outsideReference(address);
  if (!reference || inside?.type !== "text") return;
  inside.content = reference.short;
  link.attrSet("title", address);
}

function markOutside(link: Token): void {
  const address = String(link.attrGet("href") ?? "");
  if (/^https?:/i.test(address)) link.attrSet("rel", "nofollow noopener ugc");
}

/** No picture is fetched from elsewhere for a reader who did not ask: it becomes a link. */
function imageTokens(state: StateCore, image: Token, insideLink: boolean): Token[] {
  const address = String(image.attrGet("src") ?? "");
  if (address.startsWith("/") && isSameSite(address)) return [image];
  const text = new state.Token("text", "", 0);
  text.content =
    parser.renderer.renderInlineAsText(image.children ?? [], parser.options, state.env) || address;
  if (insideLink) return [text];
  const open = new state.Token("link_open", "a", 1);
  open.attrSet("href", address);
  markOutside(open);
  return [open, text, new state.Token("link_close", "a", -1)];
}

/** `- [ ] VM` reads as an empty box, `- [x] VM` as a ticked one; a screen reader hears which. */
function markTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    if (token.type !== "inline" || state.tokens[index - 2]?.type !== "list_item_open") return;
    const first = token.children?.[0];
    const box = first?.type === "text" ? /^\[([ xX])\]\s+/.exec(first.content) : null;
    if (!first || !box || !token.children) return;
    first.content = first.content.slice(box[0].length);
    const task = new state.Token("task_box", "span", 0);
    task.meta = { isDone: box[1] !== " " };
    token.children.unshift(task);
  });
}

parser.renderer.rules.task_box = (tokens, index) =>
  tokens[index]?.meta?.isDone
    ? '<span class="task-box" role="img" aria-label="done:">☑</span> '
    : '<span class="task-box" role="img" aria-label="to do:">☐</span> ';
