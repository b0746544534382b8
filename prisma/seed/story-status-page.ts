import { voteInMeeting } from "./ballot-deeds";
import { acceptTime, askForTime, offerTime, outline } from "./meeting-deeds";
import { publish, say, type Writing } from "./proposal-deeds";
import type { Scene } from "./scene";
import { close, decideOn, open, record } from "./session-deeds";
import type { Stage, Told } from "./stage";
import { ticketFor } from "./ticket-deeds";

const title = "A status page that tells the truth";
const motion = "That outages are told, with times, as they happen; and that one host may stand outside.";

const statusPage: Writing = {
  title,
  summary:
    "One page that says what works and what does not, written by machines and corrected by people, on a host that does not fall over together with what it reports.",
  sections: {
    why: "The board is asked to say that we **tell** when something is down, also when it is embarrassing. And for one host that stands somewhere else.",
    how: "Checks every minute from two places. A person may add a sentence, never take one away.",
    example:
      "In spring the package search was down for six hours. We learned it from a joke on a chat channel.",
    risks: "A page that is always green is worse than none.",
  },
  asks: [
    {
      kind: "board_decision",
      text: "Say that outages are told, with times, as they happen.",
      owner: "board",
      acceptanceTest: "The sentence stands in the minutes.",
    },
    {
      kind: "infra_request",
      text: "One small host outside of the community cage.",
      owner: "infra",
      acceptanceTest: "It answers while the cage is unplugged.",
    },
    {
      kind: "infra_request",
      text: "The name status.example.org, with a short time to live.",
      owner: "infra",
      acceptanceTest: "It can be moved to another host within ten minutes.",
    },
    {
      kind: "sig_work",
      text: "Write the checks of the Cloud SIG’s services.",
      owner: "sig-cloud",
      acceptanceTest: "Each service has one, and each was seen red once.",
    },
  ],
};

/**
 * Approved on the last evening, after the one before was cancelled: its minutes are not published yet, so that what
 * needs the board's word waits, and its requester has not placed everything.
 */
export function statusPageStory(stage: Stage): Scene[] {
  const told: Told = { number: 0 };
  return [...onTheAgenda(stage, told), ...theEvening(stage), ...halfTakenApart(stage, told)];
}

function onTheAgenda({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { requester, secretary, directorOne, infraEngineer } = cast;
  const before = (days: number) => daysFrom(past[3], -days);
  return [
    { when: before(15.69), play: () => publish(requester, told, statusPage) },
    {
      when: before(15.2),
      play: () =>
        say(infraEngineer, told, "I would sleep better. Not more, but better.", {
          askOf: "@noor",
          question: "Who may write on it at three in the morning?",
        }),
    },
    { when: before(11.69), play: () => askForTime(requester, told, "10 + 5", "One slide, and it is red.") },
    {
      when: before(10.63),
      play: () =>
        offerTime(secretary, told, { meeting: past[3], minutes: "10 + 5", note: "There is room for it." }),
    },
    { when: before(10.5), play: () => acceptTime(requester, told) },
    {
      when: before(8.58),
      play: () =>
        outline(requester, told, {
          what: "A page that says what is down, and since when.",
          asked: "Your word that we tell it, and one host.",
          who: "Noor writes it, Dario’s team keeps the host.",
          next: "First checks within two weeks.",
        }),
    },
    {
      when: before(3.69),
      play: () => say(directorOne, told, "Yes, please. I have been waiting for this since the joke."),
    },
  ];
}

function theEvening({ cast, past, meeting }: Stage): Scene[] {
  const { chair, secretary } = cast;
  const evening = past[4];
  return [
    { when: meeting(evening, 10), play: () => open(chair, evening, title) },
    {
      when: meeting(evening, 22),
      play: () =>
        record(secretary, evening, title, [
          ["note", "The item came over from the evening that was cancelled."],
          ["agreed", "Outages are told as they happen, also when it is embarrassing."],
          ["action", "Ask a second site for a place in a rack."],
        ]),
    },
    { when: meeting(evening, 23), play: () => voteInMeeting(cast, evening, title, motion) },
    {
      when: meeting(evening, 24),
      play: () =>
        decideOn(chair, evening, title, {
          outcome: "approved",
          method: "motion",
          text: "Approved as moved, with thanks for the shortest slides of the year.",
          conditions: [{ text: "Nobody can take a sentence away from the page.", owner: "@noor" }],
        }),
    },
    { when: meeting(evening, 25), play: () => close(chair, evening, title) },
  ];
}

function halfTakenApart({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { requester } = cast;
  const after = (days: number) => daysFrom(past[4], days);
  return [
    {
      when: after(1.1),
      play: () =>
        ticketFor(requester, told, ["ask", "One small host"], {
          title: "One small host outside of the community cage",
          destination: "infra",
          owner: "infra",
          requestType: "bare_metal",
          details: {
            ...{ count: "1", distribution: "CentOS Stream 10", architecture: "x86_64", raid: "raid1" },
            ...{ cpuCores: "4", memoryGib: "16", diskGib: "240", networkPorts: "1", bmcAccess: "full" },
          },
          capabilities: ["operations"],
        }),
    },
    {
      when: after(1.2),
      play: () =>
        ticketFor(requester, told, ["ask", "The name status"], {
          title: "status.example.org, with a short time to live",
          destination: "infra",
          owner: "infra",
          requestType: "dns_record",
          details: { name: "status.example.org", type: "A", values: ["192.0.2.40"], ttlSeconds: "300" },
          capabilities: ["operations"],
        }),
    },
  ];
}
