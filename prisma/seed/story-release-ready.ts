import { handOver } from "./evening-deeds";
import { attach, haveRead } from "./material-deeds";
import { answer } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { askToSponsor, consentTo, relate, standBehind, writeWith } from "./support-deeds";
import { accept, reactTo, watch } from "./talk-deeds";

/** Two write it and one stands behind it; its questions are answered, and Yara presents it in Tomas’ place. */
export function releaseNotesReady({ cast, coming, ago }: Stage, told: Told): Scene[] {
  const { requester, sigChair, otherSigChair, infraEngineer, directorOne, directorTwo, directorThree } = cast;
  const title = "Let each SIG sign";
  const eleven = "Eleven days! I had no idea.";
  return [
    { when: ago(13.4), play: () => writeWith(sigChair, told, otherSigChair) },
    {
      when: ago(12.9),
      play: () =>
        attach(otherSigChair, told, {
          kind: "slides",
          title: "Eleven days in the life of a note",
          file: "eleven-days.pdf",
          lines: [
            "Eleven days in the life of a note",
            "Day 1: it is written. It is true.",
            "Day 4: it waits for a key. The key is on holiday.",
            "Day 9: what it describes has changed.",
            "Day 11: it is published.",
          ],
        }),
    },
    { when: ago(12.8), play: () => relate(sigChair, told, "relates_to", { title: "A status page" }) },
    { when: ago(12.5), play: () => consentTo(infraEngineer, told, 2) },
    { when: ago(12.4), play: () => askToSponsor(sigChair, told, directorOne) },
    { when: ago(12), play: () => watch(requester, told) },
    { when: ago(11.8), play: () => accept(directorTwo, told, 1) },
    {
      when: ago(11.7),
      play: () => reactTo(told, eleven, { thanks: [otherSigChair], thumbs_up: [sigChair] }),
    },
    {
      when: ago(10.1),
      play: () =>
        standBehind(directorOne, told, "A trial for one release is the right size: it ends by itself."),
    },
    { when: ago(5.8), play: () => handOver(sigChair, coming[0], title, otherSigChair) },
    {
      when: ago(2.9),
      play: () =>
        answer(
          directorOne,
          told,
          2,
          "They do, the day they appear, and then they ask me why they are eleven days late.",
        ),
    },
    { when: ago(2.7), play: () => accept(directorThree, told, 2) },
    { when: ago(1.9), play: () => haveRead(directorOne, told, 1) },
    { when: ago(1.6), play: () => haveRead(directorTwo, told) },
  ];
}
