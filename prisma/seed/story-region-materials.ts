import { attach, haveRead, show } from "./material-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";

/** What Noor showed the board, from revision to revision, and what was recorded of it. */
export function regionMaterials({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { requester, sigChair, secretary, directorOne, directorTwo } = cast;
  const [, first, second] = past;
  return [
    {
      when: daysFrom(first, -7.6),
      play: () =>
        show(requester, told, {
          kind: "slides",
          title: "A third region, in eleven slides",
          url: "https://slides.example.org/stream-region",
        }),
    },
    { when: daysFrom(first, -3.1), play: () => haveRead(directorOne, told, 1) },
    {
      when: daysFrom(second, -8.5),
      play: () =>
        attach(requester, told, {
          kind: "slides",
          title: "The same in two slides",
          file: "stream-region-in-two-slides.pdf",
          lines: [
            "A third region: who does what",
            "The board: the name, and a SIG behind it",
            "The infra team: a project, six hosts, two names",
            "The Cloud SIG: the kickstart, and six people on duty",
            "Noor: the partner, and the mail to the list",
          ],
        }),
    },
    {
      when: daysFrom(second, -8.4),
      play: () =>
        show(sigChair, told, {
          kind: "document",
          title: "What the Cloud SIG voted on",
          url: "https://git.example.org/sig-cloud/votes/7",
        }),
    },
    { when: daysFrom(second, -2.2), play: () => haveRead(directorTwo, told, 2) },
    {
      when: daysFrom(second, 1),
      play: () =>
        show(secretary, told, {
          kind: "recording",
          title: "The second evening, from minute 8",
          url: "https://video.example.org/board/second-evening",
        }),
    },
  ];
}
