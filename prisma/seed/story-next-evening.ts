import { isoDate } from "@/lib/calendar-date";
import { change, pull, replyTo } from "./evening-deeds";
import { place, publishTheAgenda } from "./meeting-deeds";
import type { Scene } from "./scene";
import type { Stage } from "./stage";

const thanks = "Thank the volunteers of the autumn release party";

/** The next evening is announced and awaited; the one after the next but one is moved. */
export function nextEvening(stage: Stage): Scene[] {
  return [...announced(stage), ...awaited(stage), ...moved(stage)];
}

/** What nobody needs to talk about, what everybody will want to, and a moment without either. */
function announced({ cast, coming, ago }: Stage): Scene[] {
  const [next] = coming;
  const { secretary } = cast;
  const usual = [
    { section: "previous_minutes", title: "Minutes of the previous meeting", presentMinutes: 3 },
    { section: "consent", title: thanks, presentMinutes: 1 },
    { section: "consent", title: "Keep the name release.example.org for another year", presentMinutes: 1 },
    { section: "ongoing", title: "Where the Stream region stands", presentMinutes: 5, qaMinutes: 5 },
    { section: "ongoing", title: "Stand up, look out of the window", presentMinutes: 3, isBreak: true },
  ];
  return [
    {
      when: ago(4.2),
      play: async () => {
        for (const item of usual) await place(secretary, next, item);
      },
    },
    { when: ago(2.1), play: () => publishTheAgenda(secretary, next) },
  ];
}

/** Who comes and who does not, what a director wants to hear aloud, and what came late. */
function awaited({ cast, coming, ago }: Stage): Scene[] {
  const [next] = coming;
  const { secretary, directorOne, directorTwo, directorThree } = cast;
  const call = { callLink: "https://call.example.org/board-evening", callFor: "participants" } as const;
  const late = { section: "ongoing", title: "The mirror in Kraków moves house on Sunday", presentMinutes: 4 };
  const aloud = "Thanks that nobody says aloud are a receipt. Two minutes, please.";
  return [
    { when: ago(4), play: () => change(secretary, next, call) },
    { when: ago(2), play: () => replyTo(directorOne, next, "attends") },
    { when: ago(1.8), play: () => replyTo(directorThree, next, "regrets") },
    { when: ago(1.7), play: () => pull(directorOne, next, thanks, aloud) },
    { when: ago(1.5), play: () => replyTo(directorTwo, next, "attends") },
    { when: ago(1.3), play: () => place(secretary, next, late) },
  ];
}

function moved({ cast, coming, ago, daysFrom }: Stage): Scene[] {
  const [, , last] = coming;
  const newDate = isoDate(daysFrom(last, 1));
  const reason = "Three of us sit in the same aeroplane that Wednesday, and none of us by the window.";
  return [{ when: ago(3.2), play: () => change(cast.chair, last, { newDate, reason }) }];
}
