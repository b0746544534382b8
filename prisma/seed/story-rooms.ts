import { publish, say, type Writing } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { relate } from "./support-deeds";
import { mute } from "./talk-deeds";

const listOfRooms: Writing = {
  title: "A list of the nineteen rooms, with a sentence for each",
  summary:
    "What the board said it would gladly see instead of one room: one page that lists all of them, says what each is for, and who to ask there.",
  sections: {
    why: "The board is told, and asked for a sentence about its own room. So far that sentence is “knock”.",
    how: "I walk through the rooms and write what I hear. Then each SIG puts its own sentence right.",
  },
  asks: [
    {
      kind: "inform",
      text: "Write the sentence about the board’s room.",
      owner: "secretary",
      acceptanceTest: "It is longer than one word.",
      size: "hours",
    },
    {
      kind: "sig_work",
      text: "Put right what I wrote about your SIG’s room.",
      rationale: "I was in each of them for one evening only, and in some of them alone.",
      owner: "sig-leaders",
      size: "hours",
    },
    { kind: "infra_request", text: "A place for the page.", owner: "infra", size: "hours" },
  ],
};

/** What came of the proposal that was declined: new, and still without much that the board would want to see. */
export function roomsStory({ cast, past, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const { contributor, directorThree, sigChair } = cast;
  return [
    { when: ago(1.25), play: () => publish(contributor, told, listOfRooms) },
    { when: ago(1.2), play: () => relate(contributor, told, "replaces", { title: "One chat room" }) },
    {
      when: ago(1.1),
      play: () =>
        say(
          directorThree,
          told,
          `This is what I hoped for on meeting#${past[0]}: nineteen sentences I can read before breakfast. @noor, would they fit on the page of #3, beside what works and what does not?`,
        ),
    },
    {
      when: ago(0.95),
      play: () =>
        say(sigChair, told, "A list is true on the day it is written.", {
          askOf: "@jules",
          question: "Who changes it when a twentieth room opens?",
        }),
    },
    { when: ago(0.9), play: () => mute(sigChair, told) },
  ];
}
