import { closeWhatIsOver, publishAs, putToVote, vote, writeDownDecision } from "./ballot-deeds";
import { revise, type Writing } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";

const asked = (text: string, acceptanceTest: string) =>
  [{ kind: "board_decision", text, owner: "board", acceptanceTest }] as const;

const stickers: Writing = {
  title: "Stickers for everybody who files their first ticket",
  summary: "A first ticket is brave. A sticker costs eleven cents, and the post a little more.",
  sections: { why: "To pay for the post.", risks: "Some people will file two first tickets." },
  asks: [...asked("Pay for stickers and stamps for a year.", "The first envelope is on its way.")],
};

const quietWeek: Writing = {
  title: "A quiet week at the end of the year",
  summary: "From 24 December to 1 January nothing is merged, nothing is released, and nobody asks why.",
  sig: "sig-hyperscale",
  sections: { why: "Somebody has to say it, so that everybody may do it.", risks: "January." },
  asks: [...asked("Declare the week quiet, for this year and the next.", "It stands in the calendar.")],
};

const oneLicence: Writing = {
  title: "One licence for all the pictures on our pages",
  summary: "There are 214 pictures, under seven licences, of which two were written for maps.",
  sections: { why: "So that people can use our pictures.", risks: "Three photographers have to be found." },
  asks: [...asked("Ask for CC BY-SA 4.0 for every picture.", "Every picture has a line under it.")],
};

/** Three ballots outside of a meeting: one that needs a vote more, one that carried, one that is blocked. */
export function ballotsStory(stage: Stage): Scene[] {
  return [...stillOpen(stage), ...carried(stage), ...blocked(stage)];
}

function stillOpen({ cast, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const {
    contributor,
    directorOne: mover,
    directorTwo: seconder,
    secretary: officer,
    chair,
    requester,
  } = cast;
  return [
    { when: ago(6.3), play: () => publishAs(23, contributor, told, stickers) },
    {
      when: ago(1.9),
      play: () =>
        putToVote(
          { mover, seconder, officer },
          told,
          "To pay for stickers and stamps, up to 300 euros in a year.",
        ),
    },
    { when: ago(1.8), play: () => vote(mover, told, "for") },
    { when: ago(1.2), play: () => vote(requester, told, "for", "My first ticket was about a comma.") },
    { when: ago(0.8), play: () => vote(chair, told, "for", "For the price of one projector bulb.") },
  ];
}

function carried({ cast, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const {
    otherSigChair,
    directorThree: mover,
    directorOne: seconder,
    chair: officer,
    liaison,
    directorTwo,
  } = cast;
  return [
    { when: ago(26.4), play: () => publishAs(21, otherSigChair, told, quietWeek) },
    {
      when: ago(21),
      play: () =>
        putToVote({ mover, seconder, officer }, told, "To declare the week quiet, this year and the next."),
    },
    { when: ago(20.9), play: () => vote(mover, told, "for") },
    {
      when: ago(20.4),
      play: () => vote(directorTwo, told, "against", "The security fixes cannot be quiet."),
    },
    {
      when: ago(19.7),
      play: () => vote(directorTwo, told, "aside", "Yara says that they are left out of it."),
    },
    { when: ago(19.6), play: () => vote(seconder, told, "for") },
    { when: ago(19.1), play: () => vote(liaison, told, "for", "In Tokyo the quiet week is the one after.") },
    { when: ago(17.9), play: closeWhatIsOver },
    {
      when: ago(17.5),
      play: () =>
        writeDownDecision(
          officer,
          told,
          "From 24 December to 1 January, this year and the next, nothing is merged or released except security fixes.",
        ),
    },
  ];
}

function blocked({ cast, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const { sigChair, directorTwo: mover, liaison: seconder, secretary: officer, chair, directorThree } = cast;
  const found = { ...oneLicence, summary: `${oneLicence.summary} Two of the photographers are found.` };
  return [
    { when: ago(11.3), play: () => publishAs(22, sigChair, told, oneLicence) },
    {
      when: ago(5.6),
      play: () => putToVote({ mover, seconder, officer }, told, "To ask for CC BY-SA 4.0 for every picture."),
    },
    { when: ago(5.5), play: () => vote(mover, told, "for") },
    { when: ago(5.1), play: () => vote(seconder, told, "for") },
    { when: ago(4.4), play: () => vote(chair, told, "for") },
    {
      when: ago(3.9),
      play: () =>
        vote(
          directorThree,
          told,
          "against",
          "Nobody has asked the three photographers yet. Ask them, and I am for it.",
        ),
    },
    { when: ago(2.6), play: () => revise(sigChair, told, found, "Two photographers have answered.") },
  ];
}
