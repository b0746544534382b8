import type { Scene } from "./scene";
import type { Stage } from "./stage";
import type { RegionTickets } from "./story-region-split";
import { link, move, sayOn } from "./ticket-deeds";

/** What became of the tickets: some are done, some wait for somebody, one is gone elsewhere. */
export function regionUnderWay(stage: Stage, tickets: RegionTickets): Scene[] {
  return [...filed(stage, tickets), ...finished(stage, tickets), ...waiting(stage, tickets)];
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
