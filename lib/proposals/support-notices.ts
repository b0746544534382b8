import {
  type Audience,
  because,
  type Notice,
  type NoticeTable,
  people,
  type ToldEvent,
  textOf,
} from "../notifications/notice";

/** Whom it concerns who stands behind a proposal, and how it stands to others. */
export const supportNotices: NoticeTable = {
  "endorsement.asked": (event) =>
    onSupport(event, people(idIn(event.data.personId)), (name, deed) => `asks you to ${deed} ${name}.`),
  "endorsement.confirmed": (event) => onSupport(event, askersOf(event), (name, deed) => `${deed}s ${name}.`),
  "endorsement.declined": (event) =>
    onSupport(event, askersOf(event), (name, deed) => `does not ${deed} ${name}${because(event)}`),
  "endorsement.taken_back": (event) =>
    onSupport(
      event,
      people(idIn(event.data.personId)),
      (name, deed) => `took back the request to ${deed} ${name}. Nothing is asked of you any more.`,
    ),
  "endorsement.stepped_back": (event) =>
    onSupport(event, askersOf(event), (name, deed) => `does not ${deed} ${name} any more${because(event)}`),
  "relation.added": (event) => onRelation(event),
};

function onSupport(
  { actor, data, proposal }: ToldEvent,
  to: Audience[],
  say: (name: string, deed: string) => string,
): Notice[] {
  if (!proposal) return [];
  const deed = data.part === "sponsor" ? "sponsor" : "endorse";
  const sentence = `${actor.name} ${say(`#${proposal.number} ${proposal.title}`, deed)}`;
  return [{ to, sentence, href: `/proposals/${proposal.number}/support` }];
}

/** Whoever asked, and the author where a co-author did. */
function askersOf({ data, proposal }: ToldEvent): Audience[] {
  return people(idIn(data.askedById), proposal?.authorId);
}

/** The author of the other proposal hears what is said of theirs. */
function onRelation({ actor, data, proposal }: ToldEvent): Notice[] {
  const authorId = idIn(data.otherAuthorId);
  if (!proposal || authorId === null || authorId === proposal.authorId) return [];
  const kind = textOf(data, "kind").replaceAll("_", " ");
  const other = textOf(data, "other");
  const yours = other ? `your #${other}` : "a proposal of yours";
  const sentence = `${actor.name} wrote down that #${proposal.number} ${proposal.title} ${kind} ${yours}.`;
  return [{ to: people(authorId), sentence, href: `/proposals/${proposal.number}/relations` }];
}

function idIn(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
