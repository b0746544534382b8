import { isoDate } from "@/lib/calendar-date";
import { declare, reshape, resolve, tellMore, withdraw, writeUp } from "./incident-deeds";
import { judge, show } from "./region-deeds";
import type { Scene } from "./scene";
import type { Stage } from "./stage";

/** The weeks after the first proof: what expires, what was taken back, what broke, and what is broken now. */
export function regionLater(stage: Stage): Scene[] {
  return [
    ...wornOut(stage),
    ...takenBack(stage),
    ...brokeOnce(stage),
    ...brokenNow(stage),
    ...reshaped(stage),
  ];
}

/** One inventory has expired, with a newer one in its place; one check counts for three more weeks. */
function wornOut({ cast, past, daysFrom, ago }: Stage): Scene[] {
  const { infraEngineer, operator, secondOperator } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const inventory = ["hosts", "The inventory lists every host"] as const;
  return [
    {
      when: after(25.2),
      play: async () => {
        const validUntil = isoDate(after(40));
        const note = "Counted on the day of the racking: six of six.";
        await judge(operator, await show(infraEngineer, inventory, { note, validUntil }), "accept");
      },
    },
    {
      when: after(36.4),
      play: async () => {
        const validUntil = isoDate(ago(-21));
        const criterion = ["network", "The API and the ingress can be reached"] as const;
        const what = { note: "From three providers, an hour each.", output: reachable, validUntil };
        await judge(
          secondOperator,
          await show(infraEngineer, criterion, what),
          "accept",
          "Seen the same from here.",
        );
      },
    },
  ];
}

const reachable = `$ for from in fra ams nyc; do probe --from $from api.stream.example.org:6443 apps.stream.example.org:443; done
fra  api.stream.example.org:6443   200  38 ms  3600/3600
fra  apps.stream.example.org:443   503  37 ms  3600/3600  (no application yet)
ams  api.stream.example.org:6443   200  22 ms  3600/3600
ams  apps.stream.example.org:443   503  22 ms  3600/3600  (no application yet)
nyc  api.stream.example.org:6443   200  91 ms  3600/3600
nyc  apps.stream.example.org:443   503  90 ms  3600/3600  (no application yet)`;

function takenBack({ cast, past, daysFrom }: Stage): Scene[] {
  const { sigChair } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  return [
    {
      when: after(33.9),
      play: async () => {
        const criterion = ["provisioning", "One host was rebuilt from scratch, and a second time"] as const;
        const id = await show(sigChair, criterion, { note: "Node 3, rebuilt on Tuesday and on Wednesday." });
        await withdraw(sigChair, id, "Wednesday’s log is of another host. I rebuild it again and come back.");
      },
    },
  ];
}

function brokeOnce({ cast, past, daysFrom }: Stage): Scene[] {
  const { operator, secondOperator, infraEngineer } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const incident = 1;
  return [
    {
      when: after(42.31),
      play: () =>
        declare(operator, {
          title: "Half of the world gets no answer for the wildcard name",
          severity: "major",
          affected: ["dns"],
          summary: "One of the two name servers serves a zone from before the change.",
          lead: infraEngineer,
          comms: secondOperator,
        }),
    },
    {
      when: after(42.34),
      play: () => tellMore(secondOperator, incident, "Asking from Lisbon works, from São Paulo it does not."),
    },
    {
      when: after(42.42),
      play: () => tellMore(infraEngineer, incident, "Zone transferred by hand; both serve it now."),
    },
    {
      when: after(44.6),
      play: () => resolve(operator, incident, "Two days without a wrong answer, from six places."),
    },
    {
      when: after(49.5),
      play: () => writeUp(operator, incident, "https://learned.example.org/stream/wildcard"),
    },
  ];
}

/** Of this very moment: the number has just fallen, and the page says why. */
function brokenNow({ cast, ago }: Stage): Scene[] {
  const { infraEngineer, operator, secondOperator } = cast;
  return [
    {
      when: ago(1.4),
      play: () =>
        declare(infraEngineer, {
          title: "The second load balancer drops long connections",
          severity: "minor",
          affected: ["network"],
          summary: "Connections of more than five minutes end; short ones are fine.",
          lead: operator,
          comms: secondOperator,
        }),
    },
    {
      when: ago(1.3),
      play: () =>
        tellMore(operator, 2, "Everything goes over the first balancer for now. Firmware is on its way."),
    },
  ];
}

function reshaped({ cast, past, daysFrom }: Stage): Scene[] {
  const after = (days: number) => daysFrom(past[2], days);
  return [{ when: after(38.6), play: () => reshape(cast.operator) }];
}
