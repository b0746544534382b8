import { isoDate } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import type { BodyKind } from "@/lib/db/generated/enums";
import { recordPastRole } from "@/lib/people/commands/record-past-role";
import { setTerm } from "@/lib/people/commands/set-term";
import { pastRoleInput, setTermInput } from "@/lib/people/people-schema";
import type { Actor, Role, RoleHeld } from "@/lib/workflow/actor";

const bodies = [
  { handle: "board", name: "Board of Directors", kind: "board" },
  { handle: "sig-cloud", name: "Cloud SIG", kind: "sig" },
  { handle: "sig-hyperscale", name: "Hyperscale SIG", kind: "sig" },
  { handle: "infra", name: "Infra team", kind: "infra" },
  { handle: "operators", name: "Region operators", kind: "operators" },
] as const satisfies readonly { handle: string; name: string; kind: BodyKind }[];

type BodyHandle = (typeof bodies)[number]["handle"];

interface DemoPerson {
  handle: string;
  name: string;
  timeZone: string;
  roles: readonly { role: Role; body: BodyHandle }[];
}

/** The people of the demo, by role; invented, all of them. */
export const demoPeople = {
  requester: { handle: "noor", name: "Noor Haddad", timeZone: "America/New_York", roles: [] },
  sigChair: {
    handle: "tomas",
    name: "Tomas Lind",
    timeZone: "Europe/Stockholm",
    roles: [{ role: "sig_chair", body: "sig-cloud" }],
  },
  otherSigChair: {
    handle: "yara",
    name: "Yara Benali",
    timeZone: "Africa/Casablanca",
    roles: [{ role: "sig_chair", body: "sig-hyperscale" }],
  },
  directorOne: {
    handle: "imani",
    name: "Imani Okafor",
    timeZone: "Africa/Lagos",
    roles: [{ role: "director", body: "board" }],
  },
  directorTwo: {
    handle: "pavel",
    name: "Pavel Novak",
    timeZone: "Europe/Prague",
    roles: [{ role: "director", body: "board" }],
  },
  directorThree: {
    handle: "leilani",
    name: "Leilani Kealoha",
    timeZone: "Pacific/Honolulu",
    roles: [{ role: "director", body: "board" }],
  },
  chair: {
    handle: "ruth",
    name: "Ruth Achterberg",
    timeZone: "Europe/Amsterdam",
    roles: [{ role: "chair", body: "board" }],
  },
  secretary: {
    handle: "sam",
    name: "Sam Whitfield",
    timeZone: "Europe/London",
    roles: [{ role: "secretary", body: "board" }],
  },
  liaison: {
    handle: "keiko",
    name: "Keiko Mori",
    timeZone: "Asia/Tokyo",
    roles: [{ role: "liaison", body: "board" }],
  },
  infraEngineer: {
    handle: "dario",
    name: "Dario Conti",
    timeZone: "Europe/Rome",
    roles: [
      { role: "infra", body: "infra" },
      { role: "admin", body: "infra" },
    ],
  },
  operator: {
    handle: "wren",
    name: "Wren Castellanos",
    timeZone: "America/Bogota",
    roles: [{ role: "operator", body: "operators" }],
  },
  secondOperator: {
    handle: "mateus",
    name: "Mateus Ribeiro",
    timeZone: "America/Sao_Paulo",
    roles: [{ role: "operator", body: "operators" }],
  },
  contributor: { handle: "jules", name: "Jules Marchetti", timeZone: "America/Toronto", roles: [] },
} as const satisfies Record<string, DemoPerson>;

export type Cast = Record<keyof typeof demoPeople, Extract<Actor, { kind: "person" }>>;

/** Makes the bodies and the people of the demo, and gives each as the actor that plays their part. */
export async function seedPeople(): Promise<Cast> {
  for (const body of bodies) await db.body.create({ data: { ...body, createdAt: now() } });
  const cast: [string, Cast[keyof Cast]][] = [];
  for (const [part, person] of Object.entries(demoPeople)) cast.push([part, await seedPerson(person)]);
  await seedTerms();
  return Object.fromEntries(cast) as Cast; // the keys are those of demoPeople
}

const portal: Actor = { kind: "system", name: "the demo" };

/** What two of the board were before the story begins, and until when two are to sit. */
async function seedTerms(): Promise<void> {
  const day = (years: number, days = 0) =>
    isoDate(new Date(now().getTime() + (years * 365 + days) * 86_400_000));
  const past = [
    { person: "ruth", role: "director", since: day(-4), until: day(0, -1) },
    { person: "pavel", role: "secretary", since: day(-3), until: day(-1) },
  ];
  for (const role of past) await recordPastRole(portal, pastRoleInput.parse({ ...role, body: "board" }));
  for (const person of ["imani", "leilani"]) {
    const term = { person, role: "director", body: "board", termEnds: day(2) };
    await setTerm(portal, setTermInput.parse(term));
  }
}

async function seedPerson({ roles, ...person }: DemoPerson): Promise<Cast[keyof Cast]> {
  const { id } = await db.person.create({ data: { ...person, isDemo: true, createdAt: now() } });
  const held: RoleHeld[] = [];
  for (const { role, body } of roles) {
    const grant = await db.roleGrant.create({
      data: { role, since: now(), person: { connect: { id } }, body: { connect: { handle: body } } },
    });
    held.push({ role, bodyId: grant.bodyId });
  }
  return { kind: "person", personId: id, roles: held, ...person };
}
