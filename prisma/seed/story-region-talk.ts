import { acceptTime, askForTime, offerTime, outline } from "./meeting-deeds";
import { answer, publish, revise, say } from "./proposal-deeds";
import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import { firstOutline, firstWriting, secondOutline, secondWriting } from "./story-region-text";
import { promised } from "./ticket-deeds";

/** From the first post to the agenda: questions, answers, and how “10 to 15 minutes” became 10 and 10. */
export function talkBeforeTheMeeting(stage: Stage, told: Told): Scene[] {
  const { cast, past, daysFrom } = stage;
  const { requester, sigChair, directorOne, directorTwo, contributor, infraEngineer, secretary } = cast;
  const before = (days: number) => daysFrom(past[1], -days);
  return [
    { when: before(23.69), play: () => publish(requester, told, firstWriting) },
    {
      when: before(23.6),
      play: () =>
        say(
          contributor,
          told,
          "I would move the notebooks there tomorrow. Forty students would notice, and half of them would write to you about it, kindly.",
        ),
    },
    {
      when: before(22.8),
      play: () =>
        say(
          directorOne,
          told,
          "I read it twice and like it. But I am asked this at every conference, so I ask it here: **what is the cloud for**, and who would miss it if it were gone next spring?",
          { askOf: "@noor", question: "What is the cloud for, and who would miss it if it were gone?" },
        ),
    },
    {
      when: before(22.1),
      play: () =>
        answer(
          requester,
          told,
          1,
          `It is where research groups and small projects run what is too big for a laptop and too small for a contract.
Today that is eleven tenants. The three largest:

- a notebook service (Jules): 40 students
- a seismology group that keeps ten years of measurements there
- our own documentation builds, **about 300 a week**

The last one is us. We would miss it within the hour.`,
        ),
    },
    {
      when: before(21.5),
      play: () =>
        say(
          directorTwo,
          told,
          "“Bring Stream to it” can mean three things: images that tenants start, the hosts below, or both.\n\n> its hosts run CentOS Stream\n\nSo the hosts only? And who rebuilds them every week?",
          { askOf: "@noor", question: "Does “Stream” mean the hosts, the images, or both?" },
        ),
    },
    {
      when: before(20.9),
      play: () =>
        answer(
          requester,
          told,
          2,
          "The hosts. Tenants start whatever image they like, as they do now. A host is rebuilt when a test machine has survived the same set of packages for a week; nobody has to stay up for it.",
        ),
    },
    {
      when: before(19.2),
      play: () =>
        say(
          infraEngineer,
          told,
          "From the infra side: names and a project on the shared cluster are an afternoon. Six hosts are **not**. There are two in the store room, and one of them has a fan that sounds like a coffee grinder.",
        ),
    },
    {
      when: before(17.77),
      play: () =>
        say(
          sigChair,
          told,
          "The SIG talked about it yesterday and said yes, seven to none. We own it. What we could not settle is the pager.",
          { askOf: "sig-cloud", question: "Who carries the pager in the first month?" },
        ),
    },
    {
      when: before(14.63),
      play: () =>
        askForTime(
          requester,
          told,
          "10 to 15",
          "Tomas and I present together. The slides will be there a week before.",
        ),
    },
    {
      when: before(13.7),
      play: () =>
        offerTime(secretary, told, {
          meeting: past[1],
          minutes: "10 + 10",
          note: "Ten to present and ten for questions, if the slides come ahead of time: so that we know what it is that we are agreeing to.",
        }),
    },
    { when: before(13.2), play: () => acceptTime(requester, told) },
    { when: before(7.69), play: () => outline(requester, told, firstOutline) },
  ];
}

/** Back in discussion after “no decision”: what the board did not understand is written down, and time asked again. */
export function talkBetweenTheMeetings(stage: Stage, told: Told): Scene[] {
  const { cast, past, daysFrom } = stage;
  const { requester, directorTwo, directorThree, infraEngineer, liaison, secretary } = cast;
  const before = (days: number) => daysFrom(past[2], -days);
  return [
    {
      when: before(19.69),
      play: () =>
        revise(
          requester,
          told,
          secondWriting,
          "Says where the board’s involvement ends, as was asked at the meeting.",
        ),
    },
    {
      when: before(18.4),
      play: () =>
        say(
          liaison,
          told,
          "Thank you for the new paragraph, that was my stumbling block. One thing I have to be able to explain at home:",
          { askOf: "@noor", question: "Who pays for the rack if the hosting partner leaves?" },
        ),
    },
    {
      when: before(16.58),
      play: () =>
        say(
          directorThree,
          told,
          "I’d be happy to see this **taken apart**. Most of it does not need us, and the part that does is two lines long.",
        ),
    },
    {
      when: before(15.69),
      play: () =>
        answer(
          requester,
          told,
          4,
          "The name, and a SIG that stands behind it. Nothing else, and nothing later: it is in the text now, under “why”.",
        ),
    },
    {
      when: before(14.9),
      play: () =>
        say(
          infraEngineer,
          told,
          "I take the coffee grinder apart next week, and write here what the fan needs before anybody counts on that host.",
        ),
    },
    { when: before(14.7), play: () => promised(directorTwo, told, "I take the coffee grinder apart") },
    {
      when: before(13.77),
      play: () => askForTime(requester, told, "10 + 5", "Shorter this time: two slides."),
    },
    {
      when: before(12.5),
      play: () =>
        offerTime(secretary, told, {
          meeting: past[2],
          minutes: "10 + 5",
          note: "First of the presentations, right after the minutes.",
        }),
    },
    { when: before(11.69), play: () => acceptTime(requester, told) },
    { when: before(8.58), play: () => outline(requester, told, secondOutline) },
  ];
}
