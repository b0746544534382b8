import { portalKey } from "../discussion/comment-policy";
import { itemBody } from "./minutes-document";
import { minutesMarkdown } from "./minutes-markdown";
import { type ItemRecord, itemsHeld, type MinutesRecord } from "./minutes-record";

/** A comment that the portal posts: where, what, and the key under which it is posted once. */
export interface Post {
  proposal: number;
  key: string;
  markdown: string;
}

const mostLines = 40;
const mostCharacters = 600;

/** One comment for each item that deals with a proposal, with what was said and decided; long ones lead to the minutes. */
export function postsOf(record: MinutesRecord): Post[] {
  return itemsHeld(record).flatMap((item) =>
    item.proposal
      ? [{ proposal: item.proposal.number, key: `${portalKey}${item.id}`, markdown: postText(record, item) }]
      : [],
  );
}

function postText(record: MinutesRecord, item: ItemRecord): string {
  const left = item.lines.length - mostLines;
  const lines = item.lines.slice(0, mostLines).map((line) => ({ ...line, text: shortened(line.text) }));
  const more =
    left > 0 ? `\n${left} further ${left === 1 ? "line stands" : "lines stand"} in the minutes.\n` : "";
  return `The ${linkTo(record)} are published. What they say about this proposal:\n\n${minutesMarkdown(itemBody({ ...item, lines }))}${more}`;
}

interface Amendment {
  number: number;
  text: string;
  was: string;
  reason: string;
  meeting: { date: string; title: string };
}

/** What an amendment changed, on the proposal whose item it corrects. */
export function amendmentPost(
  id: number,
  proposal: number,
  { number, text, was, reason, meeting }: Amendment,
): Post {
  const now = text ? `It reads now: ${shortened(text)}` : "It is struck.";
  const said = was ? `It said: ${shortened(was)}\n${now}` : shortened(text);
  const words = minutesMarkdown([
    { kind: "paragraph", text: said },
    { kind: "paragraph", text: `Reason: ${shortened(reason)}` },
  ]);
  const markdown = `The ${linkTo(meeting)} were corrected by amendment ${number}:\n\n${words}`;
  return { proposal, key: `${portalKey}amendment:${id}`, markdown };
}

function linkTo({ date, title }: { date: string; title: string }): string {
  return `[minutes of ${title.replace(/[[\]\\\n]/g, " ")}, ${date}](/meetings/${date}/minutes)`;
}

function shortened(text: string): string {
  return text.length <= mostCharacters
    ? text
    : `${text.slice(0, mostCharacters - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
