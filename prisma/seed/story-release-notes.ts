import { acceptTime, askForTime, offerTime, outline } from "./meeting-deeds";
import { answer, publish, say, type Writing } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { releaseNotesReady } from "./story-release-ready";

const releaseNotes: Writing = {
  title: "Let each SIG sign its own release notes",
  summary:
    "Release notes are written by the people who know and published by the people who may. We would like those to be the same people, with one page that shows who said what.",
  sig: "sig-hyperscale",
  sections: {
    why: "The board is asked to let a SIG publish under its own name. Today a note waits eleven days for somebody with the right key, and is out of date when it appears.",
    how: "Each SIG gets a folder and two people who may publish from it. The Hyperscale SIG goes first, for one release; then we look whether anybody was embarrassed.",
    builds_on: "The page that builds the documentation already knows folders.",
    roles: "Yara and Tomas publish for the Hyperscale SIG; Dario’s team keeps the accounts.",
    risks: "Somebody publishes nonsense. Then it carries their name, and is corrected under it.",
  },
  asks: [
    {
      kind: "board_decision",
      text: "Let SIGs publish release notes in their own name, for one release as a trial.",
      rationale: "The name on a note is the project’s until the board says that it may be a SIG’s.",
      owner: "board",
      acceptanceTest: "The minutes name the release.",
      size: "hours",
    },
    {
      kind: "infra_request",
      text: "A group of accounts for those who may publish.",
      rationale: "One key that everybody borrows tells nobody who published.",
      owner: "infra",
      acceptanceTest: "Its chair can add somebody, and take them out again.",
      size: "days",
    },
  ],
};

/** On the agenda of the next evening, with its outline: nothing is missing, and two directors have read it. */
export function releaseNotesStory(stage: Stage): Scene[] {
  const told: Told = { number: 0 };
  return [...toTheAgenda(stage, told), ...releaseNotesReady(stage, told)];
}

function toTheAgenda({ cast, coming, ago }: Stage, told: Told): Scene[] {
  const { sigChair, secretary, directorTwo, directorThree } = cast;
  return [
    { when: ago(13.5), play: () => publish(sigChair, told, releaseNotes) },
    {
      when: ago(12.1),
      play: () =>
        say(directorTwo, told, "Eleven days! I had no idea. I would have carried the key over myself.", {
          askOf: "@tomas",
          question: "Who corrects a note when its author has left?",
        }),
    },
    {
      when: ago(11.9),
      play: () =>
        answer(
          sigChair,
          told,
          1,
          "The other of the two. If both are gone the folder has no publisher, and the page says so in red until the SIG names one.",
        ),
    },
    {
      when: ago(10.2),
      play: () => askForTime(sigChair, told, "10", "I can stay until 21:00 UTC; then my train leaves."),
    },
    {
      when: ago(9.4),
      play: () =>
        offerTime(secretary, told, {
          meeting: coming[0],
          minutes: "10 + 5",
          note: "Five for questions on top: there will be some.",
        }),
    },
    { when: ago(8.7), play: () => acceptTime(sigChair, told) },
    {
      when: ago(6.6),
      play: () =>
        outline(sigChair, told, {
          what: "Two people of each SIG may publish that SIG’s release notes.",
          asked: "A trial for **one** release. Without it, notes keep arriving after what they describe.",
          who: "The Hyperscale SIG first; Tomas and one more.",
          next: "The group of accounts, then a rehearsal with last year’s notes.",
        }),
    },
    {
      when: ago(3.3),
      play: () =>
        say(directorThree, told, "Before I vote I would like to hear the people who build from them.", {
          askOf: "@imani",
          question: "Do your downstream builders read these notes at all?",
        }),
    },
  ];
}
