import { randomBytes } from "node:crypto";
import { db } from "@/lib/db/client";
import type { BodyKind } from "@/lib/db/generated/enums";
import type { Actor, Role, RoleHeld } from "@/lib/workflow/actor";

export type Person = Extract<Actor, { kind: "person" }>;

/** A body of that name; asking for the same handle again gives the same one. */
export async function aBody(body: {
  handle: string;
  kind: BodyKind;
  name?: string;
}): Promise<{ id: number; handle: string }> {
  const { handle, kind, name = handle } = body;
  return db.body.upsert({
    where: { handle },
    update: {},
    create: { handle, kind, name },
    select: { id: true, handle: true },
  });
}

/** Somebody with an account, signed in, holding the roles given. */
export async function aPerson(
  given: { handle?: string; name?: string; roles?: { role: Role; body: string }[] } = {},
): Promise<Person> {
  const handle = given.handle ?? `person-${randomBytes(4).toString("hex")}`;
  const roles: RoleHeld[] = [];
  const person = await db.person.create({ data: { handle, name: given.name ?? handle } });
  for (const { role, body } of given.roles ?? []) {
    const { id: bodyId } = await aBody({ handle: body, kind: kindOf(body) });
    await db.roleGrant.create({
      data: { personId: person.id, bodyId, role, since: new Date("2020-01-01T00:00:00Z") },
    });
    roles.push({ role, bodyId });
  }
  return { kind: "person", personId: person.id, handle, name: person.name, timeZone: "UTC", roles };
}

/** A board with its officers and three directors; quorum is a majority of the five seats. */
export async function theBoard(): Promise<
  Record<"chair" | "secretary" | "liaison" | "ada" | "bea" | "cy", Person>
> {
  const seat = (role: Role) => aPerson({ roles: [{ role, body: "board" }] });
  const [chair, secretary, liaison] = [await seat("chair"), await seat("secretary"), await seat("liaison")];
  const [ada, bea, cy] = [await seat("director"), await seat("director"), await seat("director")];
  return { chair, secretary, liaison, ada, bea, cy };
}

function kindOf(handle: string): BodyKind {
  if (handle === "board" || handle === "infra") return handle;
  return handle === "operators" ? "operators" : "sig";
}
