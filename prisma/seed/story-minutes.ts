import { isoDate } from "@/lib/calendar-date";
import { place, publishTheAgenda } from "./meeting-deeds";
import {
  amend,
  commentOnDraft,
  handOn,
  postOnProposals,
  preface,
  reportOn,
  review,
  setMeeting,
} from "./minutes-deeds";
import type { Scene } from "./scene";
import { attend, call, close, endMeeting, open, record } from "./session-deeds";
import type { Stage } from "./stage";

const mirror = "The mirror that was away for a night";
const keys = "Print the list of who holds which key, and hang it up.";
const kettle = "Find out who owns the kettle in the store room.";

/** What becomes of minutes after the meeting: a review, an amendment, and ACTIONs that are carried. */
export function minutesStory(stage: Stage): Scene[] {
  return [...carriedActions(stage), ...published(stage), ...reviewed(stage), ...underReview(stage)];
}

/** Two that were given on the first evening: one is carried and carried, the other was handed on and done. */
function carriedActions({ cast, past, meeting }: Stage): Scene[] {
  const [first, second, third, , fifth] = past;
  const { secretary, directorTwo, operator } = cast;
  return [
    {
      when: meeting(first, 5),
      play: () =>
        record(secretary, first, "Minutes of the previous meeting", [
          ["action", keys, "@pavel", isoDate(meeting(second, -5 * 1440))],
          ["action", kettle, "@noor"],
        ]),
    },
    {
      when: meeting(second, -2 * 1440),
      play: () =>
        reportOn(directorTwo, keys, "go_on", "The list is typed. The printer is the next question."),
    },
    {
      when: meeting(second, 40),
      play: () => handOn(secretary, kettle, "@wren", "Wren is in the building twice a week."),
    },
    {
      when: meeting(third, 40),
      play: () => reportOn(secretary, keys, "get_stuck", "The printer wants a colour that nobody prints in."),
    },
    {
      when: meeting(third, 45),
      play: () =>
        reportOn(operator, kettle, "finish", "It is nobody’s, and everybody’s. There is a note on it now."),
    },
    {
      when: meeting(fifth, -1440),
      play: () => reportOn(directorTwo, keys, "go_on", "The neighbours have a printer."),
    },
  ];
}

/** A name was wrong in what was published; it stands corrected, and what was published stays. */
function published({ cast, past, daysFrom }: Stage): Scene[] {
  const [first, second, third] = past;
  return [
    ...[first, second, third].map((date) => ({
      when: daysFrom(date, 1.7),
      play: () => postOnProposals(date),
    })),
    {
      when: daysFrom(third, 4),
      play: () =>
        amend(cast.secretary, third, {
          line: "Two slides. The second one",
          text: "Three slides. The third one is a list of who would do what.",
          reason: "Leilani counted them in the recording.",
        }),
    },
  ];
}

/** The last evening's minutes were reviewed in time, and then nobody pressed the button. */
function reviewed({ cast, past, daysFrom }: Stage): Scene[] {
  const [, , , , fifth] = past;
  return [{ when: daysFrom(fifth, 1), play: () => review(cast.directorOne, fifth) }];
}

/** A short meeting of these days, set by hand: its minutes are under review, and their clock runs. */
function underReview(stage: Stage): Scene[] {
  const { cast, past, ago } = stage;
  const { chair, secretary, liaison, directorOne, directorTwo } = cast;
  // Not on a day on which the series met.
  const daysAgo = past.includes(isoDate(ago(1))) ? 2 : 1;
  const date = isoDate(ago(daysAgo));
  const at = (minutes: number) => new Date(Date.parse(`${date}T19:00:00Z`) + minutes * 60_000);
  return [
    { when: at(-4 * 1440), play: () => setMeeting(secretary, date, "A short meeting about one night") },
    {
      when: at(-3 * 1440),
      play: async () => {
        await place(secretary, date, { section: "new", title: mirror, presentMinutes: 20 });
        await publishTheAgenda(secretary, date);
      },
    },
    { when: at(0), play: () => call(chair, date) },
    {
      when: at(1),
      play: () =>
        attend(secretary, date, [
          [chair, "present"],
          [secretary, "present"],
          [liaison, "present"],
          [directorOne, "present"],
          [directorTwo, "regrets"],
        ]),
    },
    {
      when: at(2),
      play: async () => {
        await open(chair, date, mirror);
        await record(secretary, date, mirror, [
          ["note", "From 01:10 to 06:40 one mirror answered nobody. The other two did, and nobody called."],
          ["info", "Keiko: the certificate had ended at midnight, its own time."],
          ["agreed", "Certificates are renewed by a machine, and a person is told when it did not work."],
          ["action", "Write down which certificates are left that a person renews.", "infra"],
          ["action", "Thank the person in Kraków who woke up."],
        ]);
        await close(chair, date, mirror);
      },
    },
    { when: at(24), play: () => endMeeting(chair, date) },
    {
      when: at(60),
      play: () =>
        preface(secretary, date, "Taken down from memory: the first three minutes are not in the recording."),
    },
    {
      when: at(150),
      play: () =>
        commentOnDraft(directorOne, date, "It was 01:40, not 01:10. I had just looked at the clock."),
    },
  ];
}
