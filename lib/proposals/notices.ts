import {
  because,
  type Notice,
  type NoticeTable,
  people,
  type ToldEvent,
  type ToldProposal,
} from "../notifications/notice";

/** Whom the journey of a proposal tells. What a decision does to it is told by the decision. */
export const proposalNotices: NoticeTable = {
  "proposal.published": say("officers", (event, name) => `${event.actor.name} published ${name}.`),
  "proposal.scheduled": say("author", (event, name) => `${name} stands on the agenda${meetingOf(event)}.`),
  "proposal.unscheduled": say("both", (event, name) => `${name} was taken off the agenda${because(event)}`),
  "proposal.review_opened": say("author", (_event, name) => `The board has opened its review of ${name}.`),
  "proposal.split_confirmed": say(
    "officers",
    (event, name) => `${event.actor.name} confirmed the split of ${name}: its tickets can be worked on.`,
  ),
  "proposal.completed": say("both", (_event, name) => `${name} is completed: its last ticket is done.`),
  "proposal.withdrawn": say(
    "officers",
    (event, name) => `${event.actor.name} withdrew ${name}${because(event)}`,
  ),
  "proposal.closed_without_follow_up": say(
    "author",
    (event, name) => `${event.actor.name} closed ${name} without follow-up${because(event)}`,
  ),
  "proposal.taken_up": say(
    "author",
    (event, name) => `${event.actor.name} took ${name} up where it had stopped.`,
  ),
};

type Whom = "author" | "officers" | "both";

function say(whom: Whom, words: (event: ToldEvent, name: string) => string): (event: ToldEvent) => Notice[] {
  return (event) => {
    const { proposal } = event;
    if (!proposal) return [];
    const to = [
      ...(whom === "officers" ? [] : people(proposal.authorId)),
      ...(whom === "author" ? [] : [{ part: "officers" } as const]),
    ];
    return [{ to, sentence: words(event, nameOf(proposal)), href: `/proposals/${proposal.number}` }];
  };
}

function nameOf(proposal: ToldProposal): string {
  return `#${proposal.number} ${proposal.title}`;
}

function meetingOf({ meeting }: ToldEvent): string {
  return meeting ? ` of ${meeting.date}` : "";
}
