import { enterExecutive } from "@/lib/meetings/commands/enter-executive";
import type { Cast } from "../../../factories/cast";
import { aCastMeeting, anItem } from "../../../factories/cast-meetings";
import { meetingVersionOf } from "../../../factories/meetings";
import { expectDone } from "../../../factories/proposals";
import { itemVersionOf, said } from "../../../factories/sessions";
import type { Attempt, Cases, Ready } from "../case";
import { once } from "../once";

/** A meeting that goes on, with an item open and a line on its record. */
const theMeeting = once(async (cast) => {
  const { date, itemId } = await aCastMeeting(cast).open();
  const { lineId } = await said(cast.secretary, itemId, { kind: "note", text: "The board listens." });
  return { date, itemId, lineId };
});

async function readable(cast: Cast): Promise<Attempt> {
  const { date, lineId } = await theMeeting(cast);
  return { at: { date, lineId } };
}

/** On the meeting that goes on: what leaves it as it can be done again. */
function again(bodyOf: (cast: Cast, at: { itemId: number }) => object) {
  const ready: Ready = async (cast) => {
    const { date, itemId } = await theMeeting(cast);
    return { at: { date, itemId }, body: bodyOf(cast, { itemId }) };
  };
  return { ready, again: true };
}

/** On a line that is just written. */
function onLine(line: { kind: string; text: string; owner?: string }, body: object = {}): Ready {
  return async (cast) => {
    const { itemId } = await theMeeting(cast);
    const { lineId } = await said(cast.secretary, itemId, line);
    return { at: { lineId }, body };
  };
}

/** On a meeting that has just begun and has an item. */
async function begun(cast: Cast): Promise<{ date: string; itemId: number }> {
  const { date } = await aCastMeeting(cast).inSession();
  return { date, itemId: await anItem(cast, date) };
}

export const sessionCases: Cases = {
  "GET /meetings/{date}/session": readable,
  "GET /meetings/{date}/attendance": readable,
  "GET /meetings/{date}/lines": readable,
  "GET /meetings/{date}/lines/{lineId}/versions": readable,
  "POST /meetings/{date}/call_to_order": async (cast) => {
    const { date } = await aCastMeeting(cast).published();
    return { at: { date }, body: { version: await meetingVersionOf(date) } };
  },
  "POST /meetings/{date}/adjourn": async (cast) => {
    const { date } = await begun(cast);
    return { at: { date }, body: { version: await meetingVersionOf(date) } };
  },
  "PUT /meetings/{date}/attendance": again(({ director: { handle } }) => ({
    people: [{ handle, state: "present" }],
  })),
  "POST /meetings/{date}/attendance": again(({ director: { handle } }) => ({ handle, deed: "present" })),
  "POST /meetings/{date}/place": again((_cast, { itemId }) => ({ itemId })),
  "POST /meetings/{date}/next": async (cast) => ({
    at: { date: (await begun(cast)).date },
    body: { from: null },
  }),
  "POST /meetings/{date}/executive": async (cast) => ({ at: { date: (await begun(cast)).date } }),
  "DELETE /meetings/{date}/executive": async (cast) => {
    const { date } = await begun(cast);
    expectDone(await enterExecutive(cast.chair, { date }));
    return { at: { date } };
  },
  "POST /items/{itemId}/open": async (cast) => {
    const { itemId } = await begun(cast);
    return { at: { itemId }, body: { version: await itemVersionOf(itemId) } };
  },
  "POST /items/{itemId}/close": async (cast) => {
    const { itemId } = await aCastMeeting(cast).open();
    return { at: { itemId }, body: { version: await itemVersionOf(itemId) } };
  },
  "POST /items/{itemId}/questions": again(() => ({})),
  "POST /items/{itemId}/minutes": again(() => ({ minutes: 5, ofTotal: 0 })),
  "POST /items/{itemId}/lines": again(() => ({ kind: "note", text: "The board listens." })),
  "POST /meetings/{date}/lines": again((_cast, { itemId }) => ({ itemId, typed: "! To go on as before." })),
  "PUT /lines/{lineId}": onLine(
    { kind: "note", text: "The bord listens." },
    { revision: 1, typed: "The board listens." },
  ),
  "POST /lines/{lineId}/strike": onLine(
    { kind: "note", text: "Nobody said so." },
    { revision: 1, strike: "yes" },
  ),
  "POST /lines/{lineId}/assign": onLine({ kind: "action", text: "Write it down." }, { owner: "infra" }),
  "POST /lines/{lineId}/ticket": onLine({ kind: "action", text: "Write it down.", owner: "infra" }),
};
