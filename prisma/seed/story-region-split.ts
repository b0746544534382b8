import { isoDate } from "@/lib/calendar-date";
import type { Scene } from "./scene";
import type { Player, Stage, Told } from "./stage";
import { alsoFor, confirm, type SourceOf, settle, ticketFor } from "./ticket-deeds";

/** Numbers of the tickets that the region was taken apart into. */
export interface RegionTickets {
  name: number;
  project: number;
  newHosts: number;
  spareHosts: number;
  network: number;
  apiName: number;
  wildcard: number;
  kickstart: number;
  rack: number;
  duty: number;
  access: number;
  report: number;
}

const ask = (beginsWith: string): SourceOf => ["ask", beginsWith];

/** Takes the redirected proposal apart until nothing is left over, and confirms it. */
export function regionTakenApart(stage: Stage, told: Told, tickets: RegionTickets): Scene[] {
  const { cast, past, daysFrom } = stage;
  const { requester } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const report = isoDate(after(91));
  return [
    { when: after(2.5), play: () => forTheBoardAndTheSig(requester, told, { tickets, report }) },
    { when: after(2.6), play: () => forTheInfraTeam(requester, told, tickets) },
    { when: after(3.4), play: () => whatNeedsNoTicket(requester, told, tickets) },
    { when: after(3.5), play: () => confirm(requester, told) },
  ];
}

async function forTheBoardAndTheSig(
  by: Player,
  told: Told,
  { tickets, report }: { tickets: RegionTickets; report: string },
): Promise<void> {
  tickets.name = await ticketFor(by, told, ask("Say whether the region may carry"), {
    title: "Put the region’s name and its SIG on the record",
    destination: "board",
    owner: "board",
    markdown: "It was agreed on the evening; the page about our names should say it too.",
    capabilities: ["sponsorship"],
  });
  tickets.kickstart = await ticketFor(by, told, ask("Write the kickstart"), {
    title: "A kickstart that turns a bare host into a Stream host",
    destination: "sig",
    owner: "sig-cloud",
    capabilities: ["provisioning", "stream-hosts"],
  });
  tickets.rack = await ticketFor(by, told, ask("The hosting partner racks"), {
    title: "Rack and cable six hosts",
    destination: "external",
    owner: "@noor",
    markdown: "The partner has the drawing; two of us can be there on a Thursday.",
    capabilities: ["hosts"],
  });
  tickets.duty = await ticketFor(by, told, ["question", "Who carries the pager"], {
    title: "A duty list for the first month, with names in it",
    destination: "sig",
    owner: "sig-cloud",
    capabilities: ["operations"],
  });
  tickets.access = await ticketFor(by, told, ["condition", "Two people besides Noor"], {
    title: "Two people besides Noor can reach every host",
    destination: "sig",
    owner: "@tomas",
    capabilities: ["operations"],
  });
  tickets.report = await ticketFor(by, told, ["condition", "The board hears"], {
    title: "Tell the board how the region goes",
    destination: "board",
    owner: "@noor",
    dueOn: report,
    capabilities: ["sponsorship"],
  });
}

const wildcard = { name: "*.apps.stream.example.org", type: "A", values: ["192.0.2.11"], ttlSeconds: "3600" };

async function forTheInfraTeam(by: Player, told: Told, tickets: RegionTickets): Promise<void> {
  const infra = { destination: "infra", owner: "infra" } as const;
  tickets.project = await ticketFor(by, told, ask("Give us a project"), {
    ...infra,
    title: "A project on the shared cluster for the region’s images",
    requestType: "openshift_project",
    details: { projectName: "stream-region", admins: "noor, tomas, wren" },
  });
  tickets.newHosts = await ticketFor(by, told, ask("Six hosts in the community cage"), {
    title: "Six hosts in the next round of hardware",
    destination: "initiative",
    owner: "infra",
    markdown: "Two come from the store room, four are to be bought. **Not** the one with the fan.",
    routeReason: "Four of the six have to be bought: that is planned by quarter, not filed as a request.",
    capabilities: ["hosts"],
  });
  tickets.spareHosts = await ticketFor(by, told, ask("Six hosts in the community cage"), {
    ...infra,
    title: "Two spare hosts, so that one may break on a Friday",
    requestType: "bare_metal",
    details: {
      ...{ count: "2", distribution: "CentOS Stream 10", architecture: "x86_64", raid: "raid1" },
      ...{ cpuCores: "32", memoryGib: "256", diskGib: "1920", networkPorts: "2", bmcAccess: "console" },
    },
    capabilities: ["operations"],
  });
  tickets.network = await ticketFor(by, told, ask("Six hosts in the community cage"), {
    ...infra,
    title: "Addresses, two load balancers and open ports for six hosts",
    routeReason: "The hosts need a network, which the catalogue has no type for yet.",
    requestType: "general",
    details: {
      kind: "task",
      description:
        "One network for the hosts, one for their management controllers, and two load balancers: one for the API on port 6443, one for the applications on 443. It works when the port checks pass from outside.",
    },
    capabilities: ["network"],
  });
  tickets.apiName = await ticketFor(by, told, ask("Two names"), {
    ...infra,
    title: "A name for the region’s API",
    requestType: "dns_record",
    details: { ...wildcard, name: "api.stream.example.org", values: ["192.0.2.10"] },
  });
  tickets.wildcard = await ticketFor(by, told, ask("Two names"), {
    ...infra,
    title: "A wildcard name for the region’s applications",
    requestType: "dns_record",
    details: wildcard,
  });
}

async function whatNeedsNoTicket(by: Player, told: Told, tickets: RegionTickets): Promise<void> {
  await settle(by, told, ask("Tell the developers"), {
    disposition: "answered",
    text: "Done on the morning after the meeting; the mail is in the list’s archive.",
  });
  await settle(by, told, ["question", "Is it a SIG’s work"], {
    disposition: "answered",
    text: "A SIG’s work. The Cloud SIG voted on it, seven to none, and the board agreed.",
  });
  await settle(by, told, ["question", "Who pays for the rack"], {
    disposition: "dropped",
    text: "The partner has signed for two years in the meantime; we ask again when the two years are half over.",
  });
  await alsoFor(by, told, ["follow_up", "I take the coffee grinder apart"], tickets.spareHosts);
  await alsoFor(by, told, ["action_line", "Find a second person"], tickets.access);
  await settle(by, told, ["action_line", "Write down where"], {
    disposition: "answered",
    text: "Written down in the proposal since its second revision: the name and the SIG, and nothing else.",
  });
  await settle(by, told, ["action_line", "Open the tickets"], {
    disposition: "answered",
    text: "This split is how they are opened; its receipt says which.",
  });
}
