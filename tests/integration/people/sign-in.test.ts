import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Claimed } from "@/lib/auth/claims";
import { findReader } from "@/lib/auth/reader";
import { startSession } from "@/lib/auth/sessions";
import { findSignInLink, makeSignInLink, redeemSignInLink } from "@/lib/auth/sign-in-links";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { findAccount, keyOfSession } from "@/lib/people/account-queries";
import { addPerson } from "@/lib/people/commands/add-person";
import { endAccount } from "@/lib/people/commands/end-account";
import { endRole } from "@/lib/people/commands/end-role";
import { giveRole } from "@/lib/people/commands/give-role";
import { openAccount } from "@/lib/people/commands/open-account";
import { revokeSession } from "@/lib/people/commands/revoke-session";
import { signInPerson } from "@/lib/people/commands/sign-in-person";
import { readGroupRules, standardGroupRules } from "@/lib/people/group-rules";
import { accountInput, addPersonInput, endRoleInput, roleGrantInput } from "@/lib/people/people-schema";
import type { Result } from "@/lib/result";
import type { Actor } from "@/lib/workflow/actor";
import { aBody, aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

const issuer = "https://id.example.org/openidc/";
const rules = expectDone(readGroupRules(standardGroupRules));
const system: Actor = { kind: "system", name: "a test" };

function claims(more: Partial<Claimed> = {}): Claimed {
  const handle = `member-${randomUUID().slice(0, 8)}`;
  const email = `${handle}@example.org`;
  return { subject: randomUUID(), handle, name: "A Member", email, timeZone: null, groups: [], ...more };
}

const comesIn = (who: Claimed, firstAdmin?: string) =>
  signInPerson({ issuer, claims: who, rules, ...(firstAdmin && { firstAdmin }) });

async function rolesOf(personId: number): Promise<string[]> {
  const grants = await db.roleGrant.findMany({ where: { personId, until: null }, include: { body: true } });
  return grants.map(({ role, body }) => `${role}@${body.handle}`).sort();
}

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

describe("somebody who signs in with their account", () => {
  it("is the same person each time, with what their groups give today, also in a SIG that nobody has seen yet", async () => {
    const who = claims({ groups: ["sig-of-the-night", "board"] });
    const { personId } = expectDone(await comesIn(who));
    expect(await rolesOf(personId)).toEqual(["director@board", "sig_member@sig-of-the-night"]);
    const again = expectDone(await comesIn({ ...who, handle: "another-handle", groups: ["board"] }));
    expect(again.personId).toBe(personId);
    expect(await rolesOf(personId)).toEqual(["director@board"]);
    const ended = await db.event.findFirstOrThrow({
      where: { type: "person.role_ended", subjectId: personId },
    });
    expect(ended.data).toMatchObject({ group: "sig-of-the-night", role: "sig_member" });
    const sig = await db.body.findUniqueOrThrow({ where: { handle: "sig-of-the-night" } });
    expect(sig).toMatchObject({ kind: "sig", name: "Of the night SIG" });
  });

  it("keeps what they were given here by hand, whatever their groups", async () => {
    const who = claims();
    const { personId } = expectDone(await comesIn(who));
    await aBody({ handle: "board", kind: "board" });
    expectDone(
      await giveRole(system, roleGrantInput.parse({ person: who.handle, role: "secretary", body: "board" })),
    );
    expectDone(await comesIn(who));
    expect(await rolesOf(personId)).toEqual(["secretary@board"]);
  });

  it("at two places at once for the first time is one person", async () => {
    const who = claims({ groups: ["sig-twice"] });
    const both = await Promise.all([comesIn(who), comesIn(who)]);
    const [one, other] = both.map((result) => expectDone(result).personId);
    expect(one).toBe(other);
    expect(await rolesOf(one ?? 0)).toEqual(["sig_member@sig-twice"]);
  });

  it("takes over the account that an administrator made for them, and nobody else's", async () => {
    const who = claims();
    expectDone(await addPerson(system, addPersonInput.parse({ handle: who.handle, name: "Expected" })));
    const { personId } = expectDone(await comesIn(who));
    expect(await db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({
      name: "Expected",
    });
    const thief = refusalOf(await comesIn(claims({ handle: who.handle })));
    expect(thief).toMatchObject({ code: "conflict" });
    const demo = await db.person.create({
      data: { handle: `demo-${who.handle}`, name: "Demo", isDemo: true },
    });
    expect(refusalOf(await comesIn(claims({ handle: demo.handle }))).code).toBe("conflict");
  });

  it("is not let in once their account has ended, and is again when it was opened", async () => {
    const who = claims({ groups: ["board"] });
    const { personId } = expectDone(await comesIn(who));
    const session = await startSession(personId, { seconds: 3600 });
    expectDone(await endAccount(system, accountInput.parse({ person: who.handle, reason: "Asked for it." })));
    expect((await findReader(session)).actor).toEqual({ kind: "public" });
    expect(await rolesOf(personId)).toEqual([]);
    expect(refusalOf(await comesIn(who)).code).toBe("forbidden");
    expectDone(await openAccount(system, accountInput.parse({ person: who.handle })));
    expectDone(await comesIn(who));
    expect(await rolesOf(personId)).toEqual(["director@board"]);
  });

  it("is administrator by the setting as long as there is none", async () => {
    const [first, second] = [claims(), claims()];
    const { personId } = expectDone(await comesIn(first, first.handle));
    expect(await rolesOf(personId)).toEqual(["admin@infra"]);
    const later = expectDone(await comesIn(second, second.handle));
    expect(await rolesOf(later.personId)).toEqual([]);
  });
});

describe("roles", () => {
  it("are given and ended by administrators only, once each, with the reason", async () => {
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    const who = await aPerson();
    await aBody({ handle: "board", kind: "board" });
    const grant = roleGrantInput.parse({ person: `@${who.handle}`, role: "director", body: "board" });
    for (const by of [who, await aPerson({ roles: [{ role: "chair", body: "board" }] })]) {
      expect(refusalOf(await giveRole(by, grant)).code).toBe("forbidden");
    }
    const both = await Promise.all([giveRole(admin, grant), giveRole(admin, grant)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? both[0]).message).toBe("They hold this role already.");
    const end = endRoleInput.parse({ ...grant, reason: "The term is over." });
    expectDone(await endRole(admin, end));
    expect(refusalOf(await endRole(admin, end)).code).toBe("conflict");
    expect(refusalOf(await endAccount(admin, accountInput.parse({ person: admin.handle }))).code).toBe(
      "refused",
    );
  });
});

describe("a session", () => {
  it("ends when it was not used for long, and goes on while it is", async () => {
    const { personId } = await aPerson();
    const id = await startSession(personId, { seconds: 30 * 24 * 3600 });
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    const isIn = async () => (await findReader(id)).actor.kind === "person";
    expect(await at(hours(60), isIn)).toBe(true);
    expect(await at(hours(120), isIn)).toBe(true);
    expect(await at(hours(120 + 73), isIn)).toBe(false);
  });

  it("is seen and ended by its own person only, by a name that opens nothing", async () => {
    const [owner, other] = [await aPerson(), await aPerson()];
    const id = await startSession(owner.personId, {
      seconds: 3600,
      agent: "Firefox\u0000 on a train",
      method: "oidc",
    });
    await startSession(owner.personId, { seconds: 3600 });
    const account = await findAccount(owner, id);
    expect(account?.sessions.find(({ isThis }) => isThis)).toMatchObject({
      agent: "Firefox on a train",
      method: "oidc",
    });
    expect(JSON.stringify(account)).not.toContain(id);
    const session = keyOfSession(id);
    expect(refusalOf(await revokeSession(other, { session })).code).toBe("not_found");
    expectDone(await revokeSession(owner, { session }));
    expect((await findReader(id)).actor).toEqual({ kind: "public" });
    expect(expectDone(await revokeSession(owner, { session: "all" })).ended).toBe(1);
  });
});

describe("a link by mail", () => {
  async function withAddress() {
    const { personId } = expectDone(await comesIn(claims()));
    return personId;
  }

  it("signs in once, also where two use it at once, and looking does not use it up", async () => {
    const id = await withAddress();
    const link = await makeSignInLink(id, "/proposals/63");
    const token = link?.token ?? "";
    expect(await findSignInLink(token)).toEqual({ name: "A Member", back: "/proposals/63" });
    const both = await Promise.all([redeemSignInLink(token), redeemSignInLink(token)]);
    expect(both.filter(Boolean)).toEqual([{ id: String(id), name: "A Member" }]);
    expect(await findSignInLink(token)).toBeNull();
    expect(await db.signInLink.count({ where: { hash: token } })).toBe(0);
  });

  it("is worth nothing when its time is over, when it is made up, or when the account has ended", async () => {
    const id = await withAddress();
    const token = (await makeSignInLink(id, "/"))?.token ?? "";
    expect(await at(new Date(Date.now() + 21 * 60_000), () => redeemSignInLink(token))).toBeNull();
    expect(await redeemSignInLink("made-up")).toBeNull();
    await db.person.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await redeemSignInLink(token)).toBeNull();
    expect(await makeSignInLink(id, "/")).toBeNull();
  });

  it("is not sent without end", async () => {
    const id = await withAddress();
    for (let count = 0; count < 5; count += 1) expect(await makeSignInLink(id, "/")).not.toBeNull();
    expect(await makeSignInLink(id, "/")).toBeNull();
  });
});
