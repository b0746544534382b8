import { judge, moveTheRegion, openTheRegion, show } from "./region-deeds";
import type { Scene } from "./scene";
import type { Stage } from "./stage";

/** The region from its opening on: what shows that it works, and what somebody else thinks of it. */
export function regionProven(stage: Stage): Scene[] {
  return [...opened(stage), ...accepted(stage), ...stillOpen(stage)];
}

function opened({ cast, past, daysFrom }: Stage): Scene[] {
  const { secretary, operator } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  return [
    { when: after(1.2), play: () => openTheRegion(secretary) },
    {
      when: after(1.3),
      play: () =>
        moveTheRegion(
          secretary,
          "approve",
          "The board allowed the name and the SIG; the rest is decided ticket by ticket.",
        ),
    },
    { when: after(24.58), play: () => moveTheRegion(operator, "startBuilding") },
  ];
}

function accepted({ cast, past, daysFrom }: Stage): Scene[] {
  const { sigChair, infraEngineer, operator } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const proven = async (by: typeof sigChair | typeof infraEngineer, evidence: Evidence) => {
    const [capability, criterion, note, link] = evidence;
    await judge(operator, await show(by, [capability, criterion], { note, link }), "accept");
  };
  return [
    {
      when: after(8.58),
      play: () =>
        proven(sigChair, [
          "sponsorship",
          "The published minutes say so",
          "Third item of the evening, two AGREED lines.",
          "https://minutes.example.org/board/stream-region",
        ]),
    },
    {
      when: after(25.5),
      play: () =>
        proven(infraEngineer, [
          "hosts",
          "The inventory lists every host",
          "cage-3, slots 4 to 9.",
          "https://inventory.example.org/cage-3",
        ]),
    },
    {
      when: after(31.5),
      play: () =>
        proven(infraEngineer, [
          "network",
          "The port checks pass",
          "Eleven of eleven, from outside.",
          "https://checks.example.org/runs/77",
        ]),
    },
    {
      when: after(32.58),
      play: () =>
        proven(sigChair, [
          "dns",
          "A resolver outside gives the records",
          "Asked from a train between Uppsala and Stockholm; both names answered.",
          "",
        ]),
    },
  ];
}

type Evidence = readonly [capability: string, criterion: string, note: string, link: string];

/** One was not enough, and two wait for an operator. */
function stillOpen({ cast, past, daysFrom }: Stage): Scene[] {
  const { infraEngineer, sigChair, operator } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const controllers = ["hosts", "The management controllers can be reached"] as const;
  return [
    {
      when: after(25.77),
      play: async () =>
        judge(
          operator,
          await show(infraEngineer, controllers, { note: "I reached all six from the bench." }),
          "refuse",
          "From the bench I believe you. Please show it from outside the building.",
        ),
    },
    {
      when: after(28.58),
      play: () =>
        show(infraEngineer, controllers, {
          note: "Restarted slot 7 from home, twice.",
          link: "https://checks.example.org/runs/81",
        }),
    },
    {
      when: after(33.77),
      play: () =>
        show(sigChair, ["network", "The API and the ingress can be reached"], {
          note: "The balancers answer on 6443 and 443; there is nothing behind them yet.",
        }),
    },
  ];
}
