import { randomBytes } from "node:crypto";
import { now } from "../clock";
import { db } from "../db/client";

export interface Start {
  /** How long it holds at most. */
  seconds: number;
  /** How they came in: demo, oidc, mail. */
  method?: string;
  /** The browser's own words about itself. */
  agent?: string;
}

const mostOfAgent = 300;

/** Makes the row that a signed cookie points at, and gives its name. */
export async function startSession(personId: number, { seconds, method, agent }: Start): Promise<string> {
  const id = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now().getTime() + seconds * 1000);
  await db.session.create({
    data: {
      ...{ id, personId, expiresAt, createdAt: now(), lastSeenAt: now() },
      ...(method && { method }),
      ...(agent && { agent: agent.replaceAll(/[^\P{Cc}]/gu, "").slice(0, mostOfAgent) }),
    },
  });
  return id;
}

/** Signs out at once, wherever the cookie still is. */
export async function endSession(id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } });
}
