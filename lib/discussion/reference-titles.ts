import { escapeHtml } from "../escape-html";
import { outsideReference } from "./outside-links";

/** What a page may say beside a reference: its title and its state, in words. */
export interface ReferenceTitle {
  title: string;
  state: string;
  /** Where it stands in this portal, for what is referred to as in the tracker that it came from. */
  href?: string;
}

/** What the texts of a page refer to, each once: what has to be looked up for the titles. */
export interface Wanted {
  proposals: number[];
  questions: { proposal: number; number: number }[];
  tickets: number[];
  meetings: string[];
  /** `centos/board#63` of imported threads. */
  sources: string[];
  /** Addresses of issues that mirror tickets. */
  addresses: string[];
}

/** By `keyOf…`; what this reader may not see, or nobody, is not in it. */
export type ReferenceTitles = ReadonlyMap<string, ReferenceTitle>;

/** The markup that renderMarkdown makes of references, now and in texts of the first days: nobody can write another. */
const MARKUP = new RegExp(
  [
    String.raw`<a href="(?<path>/(?:proposals/\d{1,9}(?:/questions#question-\d{1,6})?|tickets/\d{1,9}|meetings/[\d-]{10}))">(?<inside>(?:#|T-|[Tt]icket#|[Mm]eeting#|[Qq]uestion#)[\d/qQ-]{1,20})</a>`,
    `<a href="(?<address>https://[^"]{1,2000})"(?: title="[^"]{1,2000}")? rel="nofollow noopener ugc">(?<short>[^<]{1,2000})</a>`,
    String.raw`<span class="ref">(?<source>[^<@]{1,300}#\d{1,9})</span>`,
  ].join("|"),
  "g",
);

const mostOnPage = 200;
const mostInText = 50;

/** What the texts refer to: at most 200 things, in the order of the texts. */
export function wantedIn(texts: readonly string[]): Wanted {
  const keys = new Map<string, Target>();
  for (const text of texts) {
    if (!text.includes('<a href="') && !text.includes('class="ref"')) continue;
    for (const match of text.matchAll(MARKUP)) {
      const target = targetOf(match.groups ?? {});
      if (target && keys.size < mostOnPage) keys.set(target.key, target);
    }
  }
  const all = [...keys.values()];
  return {
    proposals: all.flatMap(({ proposal }) => proposal ?? []),
    questions: all.flatMap(({ question }) => question ?? []),
    tickets: all.flatMap(({ ticket }) => ticket ?? []),
    meetings: all.flatMap(({ meeting }) => meeting ?? []),
    sources: all.flatMap(({ source }) => source ?? []),
    addresses: all.flatMap(({ url }) => url ?? []),
  };
}

export function wantsNothing(wanted: Wanted): boolean {
  return Object.values(wanted).every((list) => list.length === 0);
}

/** Puts titles and states behind the references of a text, each at its first place; the rest stays as it is. */
export function withTitles(text: string, titles: ReferenceTitles): string {
  if (titles.size === 0 && !text.includes('">https://')) return text;
  const told = new Set<string>();
  return text.replace(MARKUP, (whole: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Groups; // the last argument is the named groups, where a pattern has some
    const target = targetOf(groups);
    if (!target || told.has(target.key) || told.size >= mostInText) return whole;
    const title = target.keys.map((key) => titles.get(key)).find((found) => found !== undefined);
    if (title) told.add(target.key);
    return markupOf(groups, whole, title);
  });
}

type Groups = Record<string, string | undefined>;

function markupOf(groups: Groups, whole: string, title: ReferenceTitle | undefined): string {
  const behind = title ? ` <bdi>${escapeHtml(shorten(title.title))}</bdi> (${escapeHtml(title.state)})` : "";
  if (groups.path)
    return title ? whole.replace("<a ", '<a class="ref" ').replace("</a>", `${behind}</a>`) : whole;
  if (groups.source) {
    const { source } = groups;
    return title?.href ? `<a class="ref" href="${escapeHtml(title.href)}">${source}${behind}</a>` : whole;
  }
  const short = groups.short === groups.address ? shortOf(groups) : groups.short;
  const text = short === groups.short ? whole : whole.replace(`>${groups.short}<`, `>${short}<`);
  return title ? text.replace("<a ", '<a class="ref" ').replace("</a>", `${behind}</a>`) : text;
}

/** Addresses in texts of the first days stand there in full. */
function shortOf({ address = "" }: Groups): string {
  const reference = outsideReference(plain(address));
  return reference ? escapeHtml(reference.short) : address;
}

interface Target {
  key: string;
  /** Under which of these there may be a title: a ticket's address, or an imported thread. */
  keys: string[];
  proposal?: number;
  question?: { proposal: number; number: number };
  ticket?: number;
  meeting?: string;
  source?: string;
  url?: string;
}

function targetOf({ path, address, source }: Groups): Target | undefined {
  if (path) return targetOfPath(path);
  if (source) return { key: `source ${source}`, keys: [keyOfSource(source)], source };
  const outside = address && outsideReference(plain(address));
  if (!outside || !(outside.url || outside.sourceKey))
    return address ? { key: address, keys: [] } : undefined;
  const { url, sourceKey } = outside;
  return {
    key: address,
    keys: url ? [keyOfAddress(url)] : [],
    ...(url && { url }),
    ...(sourceKey && { source: sourceKey }),
  };
}

function targetOfPath(path: string): Target {
  const [, room = "", id = "", , question] = path.split(/[/#]/);
  if (room === "meetings") return { key: path, keys: [keyOfMeeting(id)], meeting: id };
  if (room === "tickets") return { key: path, keys: [keyOfTicket(Number(id))], ticket: Number(id) };
  const proposal = Number(id);
  if (!question) return { key: path, keys: [keyOfProposal(proposal)], proposal };
  const number = Number(question.replace("question-", ""));
  return { key: path, keys: [keyOfQuestion(proposal, number)], question: { proposal, number } };
}

export const keyOfProposal = (number: number): string => `proposal ${number}`;
export const keyOfQuestion = (proposal: number, number: number): string => `question ${proposal} ${number}`;
export const keyOfTicket = (number: number): string => `ticket ${number}`;
export const keyOfMeeting = (date: string): string => `meeting ${date}`;
export const keyOfSource = (source: string): string => `source ${source.toLowerCase()}`;
export const keyOfAddress = (url: string): string => `address ${url}`;

function shorten(title: string): string {
  const characters = [...title];
  return characters.length > 80 ? `${characters.slice(0, 79).join("").trimEnd()}…` : title;
}

/** An attribute's value as it was before it became HTML. */
function plain(value: string): string {
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
