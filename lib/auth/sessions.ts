import { randomBytes } from "node:crypto";
import { now } from "../clock";
import { db } from "../db/client";

/** Makes the row that a signed cookie points at, and gives its name. */
export async function startSession(personId: number, seconds: number): Promise<string> {
  const id = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now().getTime() + seconds * 1000);
  await db.session.create({ data: { id, personId, createdAt: now(), expiresAt } });
  return id;
}

/** Signs out at once, wherever the cookie still is. */
export async function endSession(id: string): Promise<void> {
  await db.session.deleteMany({ where: { id } });
}
