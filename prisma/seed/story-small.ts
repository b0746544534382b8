import { acceptTime, askForTime, offerTime, place } from "./meeting-deeds";
import { draft, publish, say, type Writing, withdraw } from "./proposal-deeds";
import type { Scene } from "./scene";
import { close, decideOn, open, record } from "./session-deeds";
import type { Stage, Told } from "./stage";
import { writeWith } from "./support-deeds";
import { mute } from "./talk-deeds";

const theBoard = (text: string, acceptanceTest: string) =>
  ({ kind: "board_decision", text, owner: "board", acceptanceTest }) as const;

const oneRoom: Writing = {
  title: "One chat room for everything",
  summary:
    "We talk in nineteen rooms. Let us talk in one, so that nobody has to ask in which room something was said.",
  sections: {
    why: "Closing eighteen rooms is something that nobody may do alone.",
    risks: "It may get loud.",
  },
  asks: [theBoard("Close eighteen of the nineteen rooms.", "There is one room.")],
};

/** The board said no, and why. */
export function declinedStory({ cast, past, meeting, daysFrom }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const { contributor, secretary, chair, directorThree } = cast;
  const [evening] = past;
  const { title } = oneRoom;
  return [
    { when: daysFrom(evening, -14.63), play: () => publish(contributor, told, oneRoom) },
    {
      when: daysFrom(evening, -13.77),
      play: () => say(directorThree, told, "In Honolulu I would read all of it before breakfast, or none."),
    },
    { when: daysFrom(evening, -11.69), play: () => askForTime(contributor, told, "5 to 10", "") },
    {
      when: daysFrom(evening, -10.63),
      play: () => offerTime(secretary, told, { meeting: evening, minutes: "5 + 10", note: "" }),
    },
    { when: daysFrom(evening, -9.77), play: () => acceptTime(contributor, told) },
    { when: meeting(evening, 8), play: () => open(chair, evening, title) },
    {
      when: meeting(evening, 20),
      play: () =>
        record(secretary, evening, title, [
          ["note", "Jules shows a count: 2,100 messages a day."],
          ["info", "Three SIGs say that they would leave for a room of their own."],
          ["agreed", "A page that lists the rooms, and what each is for, would help more."],
        ]),
    },
    {
      when: meeting(evening, 21),
      play: () =>
        decideOn(chair, evening, title, {
          outcome: "declined",
          method: "consensus",
          text: "Declined: nineteen rooms are too many and one is too few. The board would gladly see a list of rooms, with a sentence for each.",
        }),
    },
    { when: meeting(evening, 22), play: () => close(chair, evening, title) },
  ];
}

const wikiCalendar: Writing = {
  title: "Move the calendar to a wiki page",
  summary: "Everybody can edit a wiki page. Not everybody can edit the calendar.",
  sig: "sig-cloud",
  sections: { why: "Of the board: nothing, but it uses the calendar most." },
  asks: [theBoard("Use the page instead of the calendar.", "The next meeting stands on the page.")],
};

/** Its author thought again. */
export function withdrawnStory({ cast, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const { requester, sigChair, liaison } = cast;
  return [
    { when: ago(39), play: () => publish(sigChair, told, wikiCalendar) },
    {
      when: ago(38.2),
      play: () =>
        say(
          liaison,
          told,
          "In which time zone would I read that page? I ask because I once came to a meeting fourteen hours early.",
        ),
    },
    {
      when: ago(37.9),
      play: () =>
        withdraw(sigChair, told, "Keiko is right: a calendar knows about time zones, and a page does not."),
    },
    { when: ago(37.8), play: () => mute(requester, told) },
  ];
}

const secondHands: Writing = {
  title: "A second pair of hands for the release week",
  summary: "In the week of a release one person should do nothing but help the one who releases.",
  sections: {
    why: "To be written: what do I want of the board here? Maybe nothing. Ask Ruth.",
    how: "A list, two names for each release. I would start.",
  },
  asks: [{ kind: "sig_work", text: "Put two names on the list for spring.", owner: "", acceptanceTest: "" }],
};

/** Not published yet: its ask has no owner, and only the two who write it see it. */
export function draftStory({ cast, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const { requester, sigChair } = cast;
  return [
    { when: ago(1.4), play: () => draft(requester, told, secondHands) },
    { when: ago(1.35), play: () => writeWith(requester, told, sigChair) },
  ];
}

const partnerTerms: Writing = {
  title: "The terms of a hosting partner",
  summary: "A partner would give us a second cage. Their contract asks for something in return.",
  visibility: "executive",
  sections: { why: "Decide whether we may sign, before it is talked about outside." },
  asks: [theBoard("Say whether the chair may sign.", "Yes or no, in the executive minutes.")],
};

/** For the board only, on the executive session of the next evening. */
export function executiveStory({ cast, coming, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const { chair, liaison } = cast;
  return [
    { when: ago(8.1), play: () => publish(chair, told, partnerTerms) },
    {
      when: ago(7.2),
      play: () =>
        say(liaison, told, "Clause 7 is the one that worries me: they want to be asked before we leave.", {
          askOf: "@ruth",
          question: "Can clause 7 be struck?",
        }),
    },
    {
      when: ago(4.1),
      play: () =>
        place(chair, coming[0], {
          section: "executive",
          proposal: told.number,
          presentMinutes: 10,
          qaMinutes: 5,
        }),
    },
  ];
}
