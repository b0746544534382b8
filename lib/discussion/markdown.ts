import sanitizeHtml from "sanitize-html";
import { isSameSite } from "./addresses";
import { parser } from "./markdown-parser";
import type { Known } from "./references";

/**
 * The HTML of a text that somebody wrote, safe to put into a page. It is made when the text is written and
 * stored beside its source. HTML in the source is shown as text, foreign pictures become links, headings
 * start at h3, and `@handle`, `#63` and `ticket#12` lead to this portal's pages. Titles and states of what is
 * referred to are not in it: they depend on who reads (reference-titles.ts). Without `known`, every handle is taken
 * for a person's; lib/discussion/mention-queries.ts finds out who is called what.
 */
export function renderMarkdown(source: string, known: Known = {}): string {
  return sanitizeHtml(parser.render(source, { ...known, shortens: true }), ALLOWED).trim();
}

/** The handles that a text names outside code and links, in lower case; those that it only quotes are apart. */
export function handlesIn(source: string): { own: string[]; quoted: string[] } {
  const handles = { own: new Set<string>(), quoted: new Set<string>() };
  parser.parse(source, { handles });
  return { own: [...handles.own], quoted: [...handles.quoted] };
}

/** The second lock: whatever a fault in the parser let through has to be on this list too. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...["p", "br", "hr", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code"],
    ...["em", "strong", "s", "a", "img", "span", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  allowedAttributes: {
    a: ["href", "title", "rel"],
    img: ["src", "alt", "title"],
    ol: ["start"],
    span: ["role", "aria-label"],
  },
  allowedClasses: {
    code: [/^language-[\w+#.-]{1,30}$/],
    span: ["task-box", "ref"],
    th: ["align-left", "align-center", "align-right"],
    td: ["align-left", "align-center", "align-right"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  exclusiveFilter: (frame) => frame.tag === "img" && !isSameSite(frame.attribs.src ?? ""),
};
