import sanitizeHtml from "sanitize-html";
import { isSameSite } from "./addresses";
import { parser } from "./markdown-parser";

/**
 * The HTML of a text that somebody wrote, safe to put into a page. It is made when the text is written and
 * stored beside its source. HTML in the source is shown as text, foreign pictures become links, headings
 * start at h3, and `@handle`, `#63` and `ticket#12` lead to this portal's pages.
 */
export function renderMarkdown(source: string): string {
  return sanitizeHtml(parser.render(source), ALLOWED).trim();
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
    span: ["task-box"],
    th: ["align-left", "align-center", "align-right"],
    td: ["align-left", "align-center", "align-right"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  exclusiveFilter: (frame) => frame.tag === "img" && !isSameSite(frame.attribs.src ?? ""),
};
