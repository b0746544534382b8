export interface Tag {
  name: string;
  attributes: Record<string, string>;
  whole: string;
}

/**
 * Every tag in a piece of HTML, read the way a browser would begin to: at each `<` before a letter, slash,
 * `!` or `?`. The test's own reader, so that a fault in the sanitizer's parser cannot hide itself.
 */
export function tagsIn(html: string): Tag[] {
  return [...html.matchAll(/<\/?([a-z!?][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>?/gi)].map((match) => ({
    name: (match[1] ?? "").toLowerCase(),
    attributes: attributesIn(match[2] ?? ""),
    whole: match[0],
  }));
}

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const match of text.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    attributes[(match[1] ?? "").toLowerCase()] = decoded(match[2] ?? match[3] ?? match[4] ?? "");
  }
  return attributes;
}

/** As a browser reads an address: character references decoded, blanks and control characters dropped. */
function decoded(value: string): string {
  return value
    .replace(/&#x([0-9a-f]+);?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);?/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&colon;/g, ":")
    .replace(/&Tab;|&NewLine;/g, "")
    .replace(/&amp;/g, "&");
}

const HARMLESS_TAGS =
  /^(p|br|hr|h[3-6]|blockquote|ul|ol|li|pre|code|em|strong|s|a|img|span|table|thead|tbody|tr|th|td)$/;
const HARMLESS_ATTRIBUTES = /^(href|title|rel|src|alt|start|role|aria-label|class)$/;
const HARMLESS_CLASSES = /^(language-[\w+#.-]+|task-box|ref|align-(left|center|right))$/;

/** What in a piece of HTML could run, load, style or lead astray; empty when there is nothing. */
export function dangersIn(html: string): string[] {
  return tagsIn(html).flatMap((tag) => [
    ...(HARMLESS_TAGS.test(tag.name) ? [] : [`tag ${tag.whole}`]),
    ...Object.entries(tag.attributes).flatMap(([name, value]) => dangerOf(name, value, tag.whole)),
  ]);
}

function dangerOf(name: string, value: string, whole: string): string[] {
  if (!HARMLESS_ATTRIBUTES.test(name)) return [`attribute ${name} in ${whole}`];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them, so the test must as well
  const address = value.replace(/[\u0000-\u0020\u007f]/g, "");
  if (name === "href" && !/^(https?:\/\/|mailto:|\/(?![/\\])|#)/i.test(address))
    return [`address in ${whole}`];
  if (name === "src" && !/^\/(?![/\\])/.test(address)) return [`picture from ${whole}`];
  if (name === "class" && !HARMLESS_CLASSES.test(value)) return [`class in ${whole}`];
  return [];
}
