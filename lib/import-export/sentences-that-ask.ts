import type { Token } from "markdown-it";
import { parser } from "../discussion/markdown-parser";

/**
 * The sentences of a text that ask something, without their Markdown, in order, each once. Code, addresses and
 * quotes do not ask: a quoted question was asked before, by somebody else. A person confirms each one.
 */
export function sentencesThatAsk(markdown: string): string[] {
  const sentences = inlineTokens(endQuotes(markdown)).flatMap((token) =>
    questionsIn(spoken(token.children ?? [])),
  );
  return [...new Set(sentences)];
}

/** In Markdown the line after a quote belongs to it; people mean it as their answer, and may ask in it. */
function endQuotes(markdown: string): string {
  return markdown.replace(/^( {0,3}>.*)\r?\n(?! {0,3}>|[ \t]*$)/gm, "$1\n\n");
}

/** Every piece of running text that is not quoted. */
function inlineTokens(markdown: string): Token[] {
  let quoteDepth = 0;
  return parser.parse(markdown, {}).filter((token) => {
    if (token.type === "blockquote_open" || token.type === "blockquote_close") quoteDepth += token.nesting;
    return token.type === "inline" && quoteDepth === 0;
  });
}

interface Spoken {
  text: string;
  /** The same length as `text`, with a filler for each character that cannot ask: code and addresses. */
  mask: string;
}

const FILLER = "_";

function spoken(tokens: Token[]): Spoken {
  let text = "";
  let mask = "";
  let insideAddress = false;
  for (const token of tokens) {
    if (token.type === "link_open") insideAddress = token.info === "auto";
    if (token.type === "link_close") insideAddress = false;
    const piece = /^(soft|hard)break$/.test(token.type) ? " " : token.content;
    text += piece;
    mask += token.type === "code_inline" || insideAddress ? FILLER.repeat(piece.length) : piece;
  }
  return { text, mask };
}

/**
 * Where a sentence ends: after its marks and closing brackets or quotes, before a blank or the end. A full
 * stop or bracket before a small letter ends nothing ("e.g. this", "is it (really?) needed"). Marks of scripts
 * written without blanks end one anywhere.
 */
const END =
  /[。！？｡]+[」』）”’]*|[.!?؟‽⁇⁈⁉…]*[?؟‽⁇⁈⁉][.!?…]*(?:(?=\s|$)|["'”’»)\]*]+(?=\s*$|\s+[^\p{Ll}\s]))|[.!…]+["'”’»)\]*]*(?=\s*$|\s+[^\p{Ll}\s])/gu;

function questionsIn({ text, mask }: Spoken): string[] {
  const questions: string[] = [];
  let start = 0;
  for (const end of mask.matchAll(END)) {
    const stop = end.index + end[0].length;
    const asks = /[?？؟‽⁇⁈⁉]/.test(end[0]) && /\p{L}/u.test(mask.slice(start, end.index));
    if (asks) questions.push(text.slice(start, stop).trim());
    start = stop;
  }
  return questions;
}
