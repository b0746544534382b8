import { answer } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { accept, answerInText, ask, askAgain } from "./talk-deeds";

const whoIsWoken = 2;
const theOldOnes = 3;
const wouldYouTry = 6;

/**
 * Questions of every kind: one answered and accepted, one asked again, one that the text itself answers, one of all
 * SIG leaders that not everybody has answered, and one that waits for a director.
 */
export function nightlyQuestions(stage: Stage, told: Told): Scene[] {
  return [...asked(stage, told), ...answered(stage, told)];
}

function asked({ cast, ago }: Stage, told: Told): Scene[] {
  const { directorTwo, directorThree, liaison, chair } = cast;
  const again = "And when you are asleep yourself?";
  return [
    { when: ago(8.9), play: () => ask(directorThree, told, "@wren", "Who is woken up at two?") },
    { when: ago(8.7), play: () => ask(directorTwo, told, "@jules", "When exactly does an old one go?") },
    { when: ago(8.1), play: () => askAgain(directorThree, told, whoIsWoken, again) },
    {
      when: ago(6),
      play: () =>
        ask(liaison, told, "sig-leaders", "Would your SIG start a nightly once a week, and say what broke?"),
    },
    {
      when: ago(4.6),
      play: () =>
        ask(chair, told, "@imani", "Would the builders downstream look at a nightly, or only at a release?"),
    },
  ];
}

function answered({ cast, ago }: Stage, told: Told): Scene[] {
  const { infraEngineer, operator, directorTwo, contributor, sigChair } = cast;
  return [
    { when: ago(9), play: () => accept(infraEngineer, told, 1) },
    {
      when: ago(8.5),
      play: () =>
        answer(operator, told, whoIsWoken, "Me. In Bogota it is nine in the evening, and I am up anyway."),
    },
    {
      when: ago(7.1),
      play: () =>
        answerInText(contributor, told, theOldOnes, {
          revision: 2,
          markdown: "After seven days, at 02:00 UTC and before the next one. It stands under “how” now.",
        }),
    },
    { when: ago(6.8), play: () => accept(directorTwo, told, theOldOnes) },
    {
      when: ago(5.8),
      play: () =>
        answer(
          sigChair,
          told,
          wouldYouTry,
          "The Cloud SIG would, on Tuesdays. We have a test machine that nobody is fond of.",
        ),
    },
  ];
}
