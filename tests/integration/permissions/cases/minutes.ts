import { db } from "@/lib/db/client";
import { commentOnMinutes } from "@/lib/meetings/commands/comment-on-minutes";
import { moveMinutesComment } from "@/lib/meetings/commands/move-minutes-comment";
import { publishMinutes } from "@/lib/meetings/commands/publish-minutes";
import type { Cast } from "../../../factories/cast";
import { aCastMeeting } from "../../../factories/cast-meetings";
import { meetingVersionOf } from "../../../factories/meetings";
import { aPerson } from "../../../factories/people";
import { expectDone } from "../../../factories/proposals";
import type { Attempt, Cases } from "../case";
import { once } from "../once";

const theDraft = once((cast) => aCastMeeting(cast).adjourned());
/** The draft on which comments are made: what is commented on is not reviewed. */
const theDiscussed = once((cast) => aCastMeeting(cast).adjourned());

const thePublished = once(async (cast) => {
  const { date } = await aCastMeeting(cast).adjourned();
  expectDone(await publishMinutes(cast.secretary, { date, version: await meetingVersionOf(date) }));
  return date;
});

async function published(cast: Cast): Promise<Attempt> {
  return { at: { date: await thePublished(cast) } };
}

/** As somebody who looks at the minutes now. */
async function seen({ date }: { date: string }, body: object = {}): Promise<Attempt> {
  return { at: { date }, body: { version: await meetingVersionOf(date), ...body } };
}

/** A comment of a director who is none of the cast. */
async function commented(cast: Cast): Promise<Attempt> {
  const by = await aPerson({ roles: [{ role: "director", body: "board" }] });
  const { date } = await theDiscussed(cast);
  const comment = { date, itemId: "", parentId: "", text: "Who agreed to it?" } as const;
  const { commentId } = expectDone(await commentOnMinutes(by, comment));
  return { at: { commentId }, body: { version: 1, resolution: "Everybody did." }, by };
}

async function resolved(cast: Cast): Promise<Attempt> {
  const { at, by } = await commented(cast);
  const commentId = Number(at?.commentId);
  const move = { commentId, version: 1, move: "resolve", resolution: "Everybody did." } as const;
  expectDone(await moveMinutesComment(cast.secretary, move));
  return { at: { commentId }, body: { version: 2 }, ...(by && { by }) };
}

export const minutesCases: Cases = {
  "GET /meetings/{date}/minutes": published,
  "GET /meetings/{date}/minutes.md": published,
  "GET /meetings/{date}/minutes.txt": published,
  "POST /meetings/{date}/minutes/draft": async (cast) => seen(await aCastMeeting(cast).inSession()),
  "POST /meetings/{date}/minutes/review": async (cast) => seen(await theDraft(cast)),
  "POST /meetings/{date}/minutes/publish": async (cast) => seen(await aCastMeeting(cast).adjourned()),
  "POST /meetings/{date}/minutes/amend": {
    ready: async (cast) => ({
      ...(await published(cast)),
      body: { target: "minutes", text: "The board met in Brno.", reason: "The place was missing." },
    }),
    again: true,
  },
  "POST /meetings/{date}/minutes/comments": {
    ready: async (cast) => ({
      at: { date: (await theDiscussed(cast)).date },
      body: { text: "Who agreed to it?" },
    }),
    again: true,
  },
  "POST /minutes-comments/{commentId}/{move} resolve": commented,
  "POST /minutes-comments/{commentId}/{move} reopen": resolved,
  "PUT /meetings/{date}/minutes/note": async (cast) => {
    const { id, date } = await theDraft(cast);
    const note = await db.minutesNote.findFirst({ where: { meetingId: id, itemId: null } });
    return { at: { date }, body: { version: note?.version ?? 0, text: "The board met in Brno." } };
  },
};
