import { isoDate } from "@/lib/calendar-date";
import { askForTime } from "./meeting-deeds";
import { answer, publish, revise, say } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { nightlyMaterials } from "./story-nightly-materials";
import { nightlyQuestions } from "./story-nightly-questions";
import { nightlySupport } from "./story-nightly-support";
import { nightlyTalk } from "./story-nightly-talk";
import { firstNightly, secondNightly } from "./story-nightly-text";
import { writeWith } from "./support-deeds";

/** In discussion, and much discussed: revised once, not ready yet, and a request for time waits for the secretary. */
export function nightlyStory(stage: Stage): Scene[] {
  const told: Told = { number: 0 };
  return [
    ...fromItsAuthors(stage, told),
    ...fromOthers(stage, told),
    ...nightlyQuestions(stage, told),
    ...nightlyTalk(stage, told),
    ...nightlySupport(stage, told),
    ...nightlyMaterials(stage, told),
  ];
}

function fromItsAuthors({ cast, coming, ago, daysFrom }: Stage, told: Told): Scene[] {
  const { contributor, operator } = cast;
  const why = "Says when an image goes, and asks for a key that promises less.";
  return [
    { when: ago(11.3), play: () => publish(contributor, told, firstNightly) },
    { when: ago(11.25), play: () => writeWith(contributor, told, operator) },
    { when: ago(7.2), play: () => revise(operator, told, secondNightly, why) },
    {
      when: ago(5.5),
      play: () =>
        askForTime(
          contributor,
          told,
          "10 to 15",
          "I have a demonstration of four minutes, and it has never failed yet.",
          {
            constraints: "Not before 19:30 UTC: until then I carry plates.",
            earliestOn: coming[0],
            latestOn: isoDate(daysFrom(coming[1], 3)),
          },
        ),
    },
  ];
}

function fromOthers({ cast, ago }: Stage, told: Told): Scene[] {
  const { contributor, directorOne, infraEngineer, sigChair, liaison } = cast;
  return [
    {
      when: ago(10.8),
      play: () =>
        say(sigChair, told, "I would look at the red ones on Tuesdays. Somebody else has to love Mondays."),
    },
    {
      when: ago(9.6),
      play: () =>
        say(infraEngineer, told, "A week of images I can do. But weeks have a way of becoming years.", {
          askOf: "@jules",
          question: "What deletes them, and who notices when it does not?",
        }),
    },
    {
      when: ago(9.1),
      play: () =>
        answer(
          contributor,
          told,
          1,
          "The same pipeline, before it uploads the new one: it refuses to upload the eighth. So if the deleting stops, the nightlies stop, and **that** we will notice.",
        ),
    },
    {
      when: ago(7.4),
      play: () =>
        say(directorOne, told, "I like the sentence about the hospital. May we see the page?", {
          askOf: "@jules",
          question: "Can we see the page before the meeting?",
        }),
    },
    {
      when: ago(6.2),
      play: () =>
        say(liaison, told, "One for our friends of the machines:", {
          askOf: "infra",
          question: "Would the images be on the mirrors, or only with us?",
        }),
    },
  ];
}
