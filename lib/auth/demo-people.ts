import { noteRefusedSignIn } from "../audit/commands/note-sign-in";
import { db } from "../db/client";

/** The demo's people may sign in without a password; nobody else can, and only in demo mode. */
export async function findDemoPerson(handle: string): Promise<{ id: string; name: string } | null> {
  if (!isDemo()) return null;
  const person = await db.person.findFirst({
    where: { handle, isDemo: true, disabledAt: null },
    select: { id: true, name: true },
  });
  if (!person) await noteRefusedSignIn("demo", "nobody");
  return person && { id: String(person.id), name: person.name };
}

export interface DemoPerson {
  handle: string;
  name: string;
  roles: { role: string; body: string }[];
}

/** Who the sign-in page offers, in the order in which the demo made them. */
export async function listDemoPeople(): Promise<DemoPerson[]> {
  if (!isDemo()) return [];
  const people = await db.person.findMany({
    where: { isDemo: true, disabledAt: null },
    orderBy: { id: "asc" },
    select: {
      handle: true,
      name: true,
      grants: {
        where: { until: null },
        select: { role: true, body: { select: { name: true } } },
        orderBy: { id: "asc" },
      },
    },
  });
  return people.map(({ grants, ...person }) => ({
    ...person,
    roles: grants.map((grant) => ({ role: grant.role, body: grant.body.name })),
  }));
}

export function isDemo(): boolean {
  return (process.env.MODE ?? "demo") === "demo";
}
