import { db } from "@/lib/db/client";
import { requestSlot } from "@/lib/meetings/commands/request-slot";
import { requestSlotInput } from "@/lib/meetings/schema";
import { aCastProposal, type Cast } from "../../../factories/cast";
import { aCastMeeting, anItem } from "../../../factories/cast-meetings";
import { expectDone } from "../../../factories/proposals";
import { itemVersionOf } from "../../../factories/sessions";
import type { Attempt, Cases } from "../case";
import { once } from "../once";

const theMeeting = once((cast) => aCastMeeting(cast).published());

async function placed(cast: Cast, wish: object = {}): Promise<number> {
  return anItem(cast, (await theMeeting(cast)).date, wish);
}

/** The requester's proposal on the agenda, which somebody presents who has no role. */
async function presented(cast: Cast, wish: object = {}): Promise<number> {
  const { number } = await aCastProposal(cast).inDiscussion();
  const presenter = `@${cast.somebody.handle}`;
  return placed(cast, {
    section: "presentations",
    proposal: number,
    presenter,
    ...wish,
  });
}

const thePresented = once(presented);

/** As somebody who looks at the item now. */
async function seen(itemId: number, body: object = {}): Promise<Attempt> {
  return { at: { itemId }, body: { version: await itemVersionOf(itemId), ...body } };
}

/** The items of a section in their order. */
async function orderOf(date: string, section: "new"): Promise<number[]> {
  const items = await db.agendaItem.findMany({
    where: { meeting: { date }, section, status: "planned" },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return items.map(({ id }) => id);
}

export const agendaCases: Cases = {
  "GET /meetings/{date}/suggestions": async (cast) => {
    const { number } = await aCastProposal(cast).inDiscussion();
    expectDone(await requestSlot(cast.requester, requestSlotInput.parse({ number, minutes: "10" })));
    return { at: { date: (await theMeeting(cast)).date } };
  },
  "POST /meetings/{date}/items": {
    ready: async (cast) => ({
      at: { date: (await theMeeting(cast)).date },
      body: { section: "new", title: "Any other business", presentMinutes: 1 },
    }),
    again: true,
  },
  "POST /meetings/{date}/adopt-together": async (cast) => {
    const { date } = await aCastMeeting(cast).inSession();
    await anItem(cast, date, { section: "consent" });
    return { at: { date }, body: { section: "consent" } };
  },
  "PUT /items/{itemId}": async (cast) =>
    seen(await placed(cast), {
      section: "new",
      title: "Other business",
      presentMinutes: 2,
    }),
  "PUT /items/{itemId}/outline": async (cast) => ({
    ...(await seen(await thePresented(cast), { what: "A region." })),
    by: cast.somebody,
  }),
  "POST /items/{itemId}/presenter": async (cast) => ({
    ...(await seen(await presented(cast), {
      presenter: `@${cast.contributor.handle}`,
    })),
    by: cast.somebody,
  }),
  "POST /items/{itemId}/pull": async (cast) => ({
    at: { itemId: await placed(cast, { section: "consent" }) },
    body: { reason: "Let us talk about it." },
  }),
  "POST /items/{itemId}/reorder": async (cast) => {
    await placed(cast);
    return { at: { itemId: await placed(cast) }, body: { direction: "up" } };
  },
  "POST /items/{itemId}/order": async (cast) => {
    const itemId = await placed(cast);
    const order = await orderOf((await theMeeting(cast)).date, "new");
    return { at: { itemId }, body: { before: order[0], seen: order.join() } };
  },
  "POST /items/{itemId}/withdraw": async (cast) =>
    seen(await presented(cast), { reason: "Another team does it." }),
};
