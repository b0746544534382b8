import { randomBytes } from "node:crypto";
import { note } from "../audit/note";
import { agentName } from "../audit/origin";
import { now } from "../clock";
import { db } from "../db/client";
import { keyOfSession } from "../people/account-queries";

export interface Start {
  /** How long it holds at most. */
  seconds: number;
  /** How they came in: demo, oidc, mail. */
  method?: string;
  /** The browser's own words about itself. */
  agent?: string;
}

/** Makes the row that a signed cookie points at, and gives its name. */
export async function startSession(personId: number, { seconds, method, agent }: Start): Promise<string> {
  const id = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now().getTime() + seconds * 1000);
  await db.$transaction(async (tx) => {
    await tx.session.create({
      data: {
        ...{ id, personId, expiresAt, createdAt: now(), lastSeenAt: now() },
        ...(method && { method }),
        ...(agent && { agent: agentName(agent) }),
      },
    });
    const data = { method: method ?? "demo", session: keyOfSession(id) };
    await note(tx, { personId }, { type: "session.started", subject: "session", data });
  });
  return id;
}

/** Signs out at once, wherever the cookie still is. */
export async function endSession(id: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const session = await tx.session.findUnique({ where: { id }, select: { personId: true } });
    const { count } = await tx.session.deleteMany({ where: { id } });
    if (!session || count === 0) return;
    const { personId } = session;
    const data = { session: keyOfSession(id) };
    await note(tx, { personId }, { type: "session.ended", subject: "session", data });
  });
}
