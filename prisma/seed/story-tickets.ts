import { db } from "@/lib/db/client";
import { askQuestion } from "@/lib/discussion/commands/ask-question";
import { askQuestionInput } from "@/lib/discussion/schema";
import { addDependency } from "@/lib/tickets/commands/add-dependency";
import { addItem } from "@/lib/tickets/commands/add-item";
import { bundleTickets } from "@/lib/tickets/commands/bundle-tickets";
import { changeItem } from "@/lib/tickets/commands/change-item";
import { changeTickets } from "@/lib/tickets/commands/change-tickets";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { fileBundle } from "@/lib/tickets/commands/file-bundle";
import { planInitiative } from "@/lib/tickets/commands/plan-initiative";
import { rerouteTicket } from "@/lib/tickets/commands/reroute-ticket";
import { setPart } from "@/lib/tickets/commands/set-part";
import { quarterOf, quartersAfter } from "@/lib/tickets/quarter";
import { createTicketInput } from "@/lib/tickets/schema";
import { changeTicketsInput } from "@/lib/tickets/work-schema";
import { must, type Scene } from "./scene";
import type { Player, Stage } from "./stage";
import { move } from "./ticket-deeds";

/** Work that stands beside the proposals: a bundle, a chain that waits, an initiative that slipped, something late. */
export function ticketsStory(stage: Stage): Scene[] {
  const { cast, past, daysFrom } = stage;
  const { sigChair, infraEngineer, contributor } = cast;
  const after = (days: number) => daysFrom(past[2], days);
  const made = { mirrors: [0, 0, 0], racks: 0, rack: 0 };
  return [
    {
      when: after(40),
      play: async () => {
        made.mirrors = await mirrorsAsOne(sigChair);
      },
    },
    { when: after(41), play: () => inOrder(infraEngineer, made.mirrors) },
    {
      when: after(42),
      play: async () => {
        made.racks = await request(
          contributor,
          "Two racks for the next region",
          "Room, power and uplinks for two racks.",
        );
        made.rack = await request(
          contributor,
          "Measure the power of a full rack",
          "A day of readings under load.",
        );
        for (const number of [made.racks, made.rack]) await move(contributor, number, "file");
      },
    },
    { when: after(44), play: () => tooLarge(infraEngineer, made, quarterOf(after(44))) },
    { when: after(52), play: () => slips(infraEngineer, made.racks, quarterOf(after(44))) },
  ];
}

async function request(by: Player, title: string, description: string, more: object = {}): Promise<number> {
  const details = { kind: "task", description };
  const content = { title, destination: "infra", owner: "infra", requestType: "general", details, ...more };
  return must(await createTicket(by, createTicketInput.parse(content))).number;
}

/** Three requests that make sense together only: filed as one. */
async function mirrorsAsOne(by: Player): Promise<number[]> {
  const labels = "mirrors, el10";
  const tickets = [
    await request(by, "A volume for the mirror of Stream 10", "Six terabytes that can grow.", {
      labels,
      size: "m",
    }),
    await request(by, "An account that may push to the mirror", "One service account, keys by mail.", {
      labels,
    }),
    await request(by, "The mirror in the list of mirrors", "Checked from two continents.", {
      labels,
      priority: "high",
    }),
  ];
  const bundle = must(await bundleTickets(by, { title: "A mirror of Stream 10 near the region", tickets }));
  must(await fileBundle(by, bundle));
  return tickets;
}

/** Each of them waits for the one before; the first has its steps, and its day has passed. */
async function inOrder(by: Player, [volume = 0, account = 0, listed = 0]: number[]): Promise<void> {
  must(await addDependency(by, { number: account, other: volume, way: "blocked_by" }));
  must(await addDependency(by, { number: listed, other: account, way: "blocked_by" }));
  await move(by, volume, "takeUp");
  await move(by, volume, "accept");
  must(
    await addItem(by, {
      number: volume,
      text: ["Find the room", "Make the volume", "Mount it, and fill it once"],
    }),
  );
  const first = await db.checklistItem.findFirstOrThrow({
    where: { ticket: { number: volume } },
    orderBy: { id: "asc" },
  });
  must(await changeItem(by, { number: volume, item: first.id, deed: "tick" }));
  const { version, createdAt } = await db.ticket.findUniqueOrThrow({ where: { number: volume } });
  const dueOn = new Date(createdAt.getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
  const urgent = {
    tickets: [{ number: volume, version }],
    owner: `@${by.handle}`,
    priority: "urgent",
    dueOn,
  };
  must(await changeTickets(by, changeTicketsInput.parse(urgent)));
  const asked = { ticket: account, of: "sig-cloud", text: "Who keeps the account’s keys?" };
  must(await askQuestion(by, askQuestionInput.parse(asked)));
}

async function tooLarge(
  by: Player,
  { racks, rack }: { racks: number; rack: number },
  now: string,
): Promise<void> {
  const { version } = await db.ticket.findUniqueOrThrow({ where: { number: racks } });
  const reason = "Power and room are planned a year ahead; one request cannot carry that.";
  must(await rerouteTicket(by, { number: racks, version, quarter: quartersAfter(now, 1), reason }));
  must(await setPart(by, { number: racks, part: rack, isPart: true }));
}

async function slips(by: Player, number: number, from: string): Promise<void> {
  const { version } = await db.ticket.findUniqueOrThrow({ where: { number } });
  const reason = "The room is full until the old racks are out.";
  must(await planInitiative(by, { number, version, quarter: quartersAfter(from, 2), reason }));
}
