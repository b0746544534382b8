import type { Scene } from "./scene";
import type { Stage, Told } from "./stage";
import type { RegionTickets } from "./story-region-split";
import { link, move, oneMore, sayOn } from "./ticket-deeds";

/** What became of the tickets: some are done, some wait for somebody, one is gone elsewhere. */
export function regionUnderWay(stage: Stage, told: Told, tickets: RegionTickets): Scene[] {
  return [
    ...filed(stage, tickets),
    ...finished(stage, tickets),
    ...waiting(stage, tickets),
    ...bounced(stage, told),
  ];
}

/** One request more, and infra says that it is not theirs to grant. */
function bounced({ cast, past, daysFrom }: Stage, told: Told): Scene[] {
  const { requester, infraEngineer } = cast;
  let number = 0;
  const ask = async () => {
    number = await oneMore(requester, told, {
      title: "Let the region’s hosts serve two other communities as well",
      destination: "infra",
      owner: "infra",
      requestType: "general",
      details: {
        kind: "feature_request",
        description: "Two communities asked whether they may have tenants here. The hosts have the room.",
      },
    });
    await move(requester, number, "file");
  };
  const bounce = () =>
    move(infraEngineer, number, "bounce", "Whom we serve beside ourselves is the board’s to say, not ours.");
  return [
    { when: daysFrom(past[2], 33.6), play: ask },
    { when: daysFrom(past[2], 34.6), play: bounce },
  ];
}

function filed({ cast, past, daysFrom }: Stage, tickets: RegionTickets): Scene[] {
  const { requester, infraEngineer, sigChair, chair } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const fileAll = async () => {
    const { spareHosts: _waitsForTheBoard, access: _draft, ...rest } = tickets;
    for (const number of Object.values(rest)) await move(requester, number, "file");
  };
  const takeUp = async () => {
    for (const number of [tickets.network, tickets.apiName, tickets.wildcard, tickets.project]) {
      await move(infraEngineer, number, "takeUp");
      await move(infraEngineer, number, "accept");
    }
    await move(chair, tickets.name, "takeUp");
    await move(sigChair, tickets.kickstart, "takeUp");
    await move(sigChair, tickets.kickstart, "accept");
  };
  return [
    { when: after(3.7), play: fileAll },
    { when: after(4.58), play: takeUp },
    {
      when: after(5.77),
      play: () => link(infraEngineer, tickets.network, "https://tracker.example.org/infra/issue/512"),
    },
    {
      when: after(6.63),
      play: () => link(requester, tickets.rack, "https://git.example.org/hosting/cage/issues/41"),
    },
  ];
}

function finished({ cast, past, daysFrom }: Stage, tickets: RegionTickets): Scene[] {
  const { infraEngineer, chair, requester } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const done = (numbers: readonly number[]) => async () => {
    for (const number of numbers) await move(infraEngineer, number, "fulfil");
  };
  return [
    {
      when: after(7.69),
      play: async () => {
        await move(chair, tickets.name, "accept");
        await move(chair, tickets.name, "fulfil");
      },
    },
    {
      when: after(23.69),
      play: async () => {
        for (const name of ["takeUp", "accept", "fulfil"] as const) {
          await move(infraEngineer, tickets.newHosts, name);
          await move(requester, tickets.rack, name);
        }
      },
    },
    { when: after(29.77), play: () => done([tickets.network])() },
    {
      when: after(30.63),
      play: () =>
        sayOn(
          infraEngineer,
          tickets.network,
          "Both balancers answer. The port checks are green from my kitchen, which is as outside as it gets.",
        ),
    },
    { when: after(31.69), play: () => done([tickets.apiName, tickets.wildcard])() },
  ];
}

function waiting({ cast, past, daysFrom }: Stage, tickets: RegionTickets): Scene[] {
  const { infraEngineer, sigChair, contributor } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  return [
    {
      when: after(32.58),
      play: () =>
        move(
          infraEngineer,
          tickets.project,
          "askReporter",
          "Which of the three admins may create service accounts? One name is enough.",
        ),
    },
    {
      when: after(34.63),
      play: () =>
        sayOn(
          sigChair,
          tickets.kickstart,
          "The second rebuild stopped at the boot loader. It is my typo; I know which one.",
        ),
    },
    {
      when: after(35.69),
      play: () => sayOn(contributor, tickets.duty, "Put me down for the second week, I am awake anyway."),
    },
  ];
}
