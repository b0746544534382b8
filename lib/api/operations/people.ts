import { z } from "zod";
import { findAccount } from "../../people/account-queries";
import { addPerson } from "../../people/commands/add-person";
import { describeOneself } from "../../people/commands/describe-oneself";
import { endAccount } from "../../people/commands/end-account";
import { endRole } from "../../people/commands/end-role";
import { giveRole } from "../../people/commands/give-role";
import { openAccount } from "../../people/commands/open-account";
import { recordPastRole } from "../../people/commands/record-past-role";
import { revokeSession } from "../../people/commands/revoke-session";
import { setTerm } from "../../people/commands/set-term";
import { listEverybody } from "../../people/composition-queries";
import { findPerson, listPeople } from "../../people/directory-queries";
import { listOwedOf } from "../../people/owed-queries";
import {
  accountInput,
  addPersonInput,
  endRoleInput,
  pastRoleInput,
  profileInput,
  revokeSessionInput,
  roleGrantInput,
  setTermInput,
} from "../../people/people-schema";
import { findProfile } from "../../people/profile-queries";
import type { Actor } from "../../workflow/actor";
import {
  accountShown,
  owedShown,
  ownSession,
  personLine,
  personShown,
  profileShown,
} from "../answers/people";
import { listOf, named } from "../answers/shared";
import { butNever, either, own } from "../audience";
import { admins, everyone, officers, ownThings, signedIn } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging } from "../paging";
import { bodyOperations } from "./bodies";

const meShown = z.object({
  ...named.shape,
  timeZone: z.string(),
  roles: z.array(z.object({ role: z.string(), bodyId: z.number() })),
  account: accountShown.nullable(),
});
const byName = z.object({ q: z.string().trim().max(100).default(""), cursor: paging.cursor });
const byHandle = z.object({ handle: z.string().trim().max(100) });
const person = z.object({ person: z.string() });
const ofHandle = { names: { handle: "person" } };
const administered = { ...ofHandle, scope: "admin" as const };

export const peopleOperations: readonly Operation[] = [
  read("GET /me", "Read who you are, and your roles", signedIn, z.object({}), me, meShown),
  deed("PUT /me", "Change your profile", signedIn, profileInput, describeOneself, person),
  read(
    "GET /me/sessions",
    "List where you are signed in",
    ownThings,
    z.object(paging),
    sessions,
    listOf(ownSession),
  ),
  deed(
    "DELETE /me/sessions/{session}",
    "Sign out somewhere",
    own("whose it is"),
    revokeSessionInput,
    revokeSession,
    z.object({ ended: z.number() }),
  ),
  read(
    "GET /people",
    "List everybody who has an account, with what they hold",
    everyone,
    byName,
    async (_actor, { q, cursor }) => {
      const found = await listEverybody({ q, after: cursor });
      return paged({ items: found.people, nextCursor: found.next });
    },
    listOf(personShown),
  ),
  read(
    "GET /accounts",
    "List everybody who has an account, with how they come in, for administrators",
    admins,
    byName,
    people,
    listOf(personLine),
    { scope: "admin" },
  ),
  deed("POST /people", "Make an account for somebody", admins, addPersonInput, addPerson, person, {
    status: 201,
    scope: "admin",
  }),
  read(
    "GET /people/{handle}",
    "Read somebody's profile",
    everyone,
    byHandle,
    (actor, { handle }) => findProfile(actor, handle),
    profileShown,
  ),
  read(
    "GET /people/{handle}/account",
    "Read somebody's account, for administrators",
    admins,
    byHandle,
    (actor, { handle }) => findPerson(actor, handle),
    personLine,
    { scope: "admin" },
  ),
  read(
    "GET /people/{handle}/owed",
    "List what somebody owes, for themself and for who looks after their bodies",
    either(officers, admins, own("that person, and who looks after a body of theirs")),
    byHandle.extend(paging),
    async (actor, { handle, ...page }) => {
      const owed = await listOwedOf(actor, handle);
      return owed && pageOf(owed, page, (each) => `${each.href} ${each.sentence}`);
    },
    listOf(owedShown),
  ),
  deed(
    "POST /people/{handle}/end",
    "End somebody's account",
    butNever(admins, "their own"),
    accountInput,
    endAccount,
    person,
    administered,
  ),
  deed(
    "POST /people/{handle}/open",
    "Open somebody's account again",
    admins,
    accountInput,
    openAccount,
    person,
    administered,
  ),
  deed(
    "POST /people/{handle}/roles",
    "Give somebody a role in a body",
    admins,
    roleGrantInput,
    giveRole,
    person,
    administered,
  ),
  deed(
    "PUT /people/{handle}/roles/term",
    "Plan until when somebody holds a role; empty for no end",
    admins,
    setTermInput,
    setTerm,
    person,
    administered,
  ),
  deed(
    "POST /people/{handle}/roles/past",
    "Write down a role that somebody held before the portal knew of it",
    admins,
    pastRoleInput,
    recordPastRole,
    person,
    administered,
  ),
  deed(
    "POST /people/{handle}/roles/end",
    "End somebody's role",
    admins,
    endRoleInput,
    endRole,
    person,
    administered,
  ),
  ...bodyOperations,
];

async function me(actor: Actor) {
  if (actor.kind !== "person") return null;
  const { handle, name, timeZone, roles: held } = actor;
  return { handle, name, timeZone, roles: held, account: await findAccount(actor, null) };
}

async function sessions(actor: Actor, page: { limit: number; cursor: string }) {
  const account = await findAccount(actor, null);
  return account && pageOf(account.sessions, page, (each) => each.key);
}

async function people(actor: Actor, { q, cursor }: { q: string; cursor: string }) {
  const found = await listPeople(actor, { q, after: cursor });
  return found && paged({ items: found.people, nextCursor: found.next });
}
