import { say } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { reactTo, reply, reword, tellTheBoard, visit, watch } from "./talk-deeds";

const tuesdays = "I would look at the red ones";
const years = "A week of images I can do.";

/** What is said beside the questions: corrected, quoted, agreed with, and once only among the board. */
export function nightlyTalk(stage: Stage, told: Told): Scene[] {
  return [...said(stage, told), ...agreed(stage, told)];
}

function said({ cast, coming, ago }: Stage, told: Told): Scene[] {
  const { sigChair, contributor, operator, directorThree, infraEngineer } = cast;
  const monday =
    "Mondays are mine, until somebody wants them more. The list of who has which day is on https://wiki.example.org/nightly/days";
  return [
    { when: ago(10.6), play: () => say(contributor, told, "Mondays are mine.") },
    { when: ago(10.5), play: () => reword(contributor, told, "Mondays are mine", monday) },
    {
      when: ago(8.4),
      play: () =>
        say(
          sigChair,
          told,
          "@wren, this would run on the region of #2, would it not? If the project of ticket#7 is ready before meeting#" +
            `${coming[0]} I would start there, and ask @infra only for the disk. Somebody once wanted something like it in #63.`,
        ),
    },
    {
      when: ago(7.8),
      play: () =>
        reply(
          operator,
          told,
          years,
          "So do pipelines. I promise to delete this one as well, should nobody have looked at it for three months.",
        ),
    },
    {
      when: ago(5.2),
      play: () =>
        say(
          infraEngineer,
          told,
          "@jules @wren thank you for the second key. I slept on it, and it is **much** better than the first one. I read the text once more, and then say so where it counts.",
        ),
    },
    {
      when: ago(4.9),
      play: () =>
        tellTheBoard(
          directorThree,
          told,
          "Among us: a hosting partner asked me whether they may sell support for these. I said that I would ask before I laugh.",
        ),
    },
  ];
}

function agreed({ cast, ago }: Stage, told: Told): Scene[] {
  const { requester, contributor, operator, liaison, directorOne, infraEngineer, otherSigChair } = cast;
  return [
    {
      when: ago(10.4),
      play: () =>
        reactTo(told, tuesdays, { celebrate: [contributor, operator], thumbs_up: [requester, liaison] }),
    },
    { when: ago(10.2), play: () => watch(otherSigChair, told) },
    {
      when: ago(8.8),
      play: () =>
        reactTo(told, years, { thumbs_up: [directorOne, operator, otherSigChair], eyes: [contributor] }),
    },
    { when: ago(6.5), play: () => visit(requester, told) },
    { when: ago(5.1), play: () => reactTo(told, "@jules @wren thank you", { thanks: [contributor] }) },
    {
      when: ago(5),
      play: () => reactTo(told, "> [Dario", { celebrate: [infraEngineer], confused: [liaison] }),
    },
  ];
}
