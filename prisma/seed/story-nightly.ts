import { askForTime } from "./meeting-deeds";
import { answer, publish, say, type Writing } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";

const nightly: Writing = {
  title: "Nightly images for those who like to be woken up",
  summary:
    "Every night one image with everything that was merged that day, kept for a week. For people who would rather find a mistake at breakfast than at the release.",
  sig: "sig-cloud",
  sections: {
    why: "Of the board: nothing but its blessing to call them *nightly*, in our own name. Everything else is work, and five of us want to do it.",
    how: "A pipeline that starts at 02:00 UTC, a page that lists the last seven images, and a sentence on it that says **do not run your hospital on this**.",
    example:
      "Last month a change to the clock service broke suspend on two laptops. It was found after nineteen days. With a nightly image it would have been found by the first person who closed a lid.",
    risks:
      "People use them for what they are not for. We delete each image after a week, and the page says so at the top.",
  },
  asks: [
    {
      kind: "board_decision",
      text: "Allow the name “CentOS Stream nightly”.",
      owner: "board",
      acceptanceTest: "The minutes say so.",
    },
    {
      kind: "infra_request",
      text: "40 gigabytes where images can lie for a week.",
      owner: "infra",
      acceptanceTest: "An upload from the pipeline can be downloaded by a stranger.",
    },
    {
      kind: "sig_work",
      text: "Keep the pipeline running, and look at it when it is red.",
      owner: "sig-cloud",
      acceptanceTest: "No red week without a comment.",
    },
  ],
};

/** In discussion: two questions wait for somebody, and a request for time waits for the secretary. */
export function nightlyStory({ cast, ago }: Stage): Scene[] {
  const told: Told = { number: 0 };
  const { contributor, directorOne, infraEngineer, sigChair, liaison } = cast;
  return [
    { when: ago(11.3), play: () => publish(contributor, told, nightly) },
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
    {
      when: ago(5.5),
      play: () =>
        askForTime(
          contributor,
          told,
          "10 to 15",
          "I have a demonstration of four minutes, and it has never failed yet.",
        ),
    },
  ];
}
