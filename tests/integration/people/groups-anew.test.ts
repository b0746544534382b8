import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askGroupsAnew } from "@/lib/auth/ask-groups";
import { readClaims } from "@/lib/auth/claims";
import { type GroupSettings, keptToken } from "@/lib/auth/provider-settings";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { tellOfEvent } from "@/lib/notifications/tell";
import { endAccount } from "@/lib/people/commands/end-account";
import { signInPerson } from "@/lib/people/commands/sign-in-person";
import { readGroupRules, standardGroupRules } from "@/lib/people/group-rules";
import { accountInput } from "@/lib/people/people-schema";
import type { Actor } from "@/lib/workflow/actor";
import { providerClient, type TestProvider, testProvider } from "../../e2e/support/oidc";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

const system: Actor = { kind: "system", name: "a test" };
let provider: TestProvider;

beforeAll(async () => {
  provider = await testProvider();
  provider.serves("http://localhost:1/api/auth/callback/oidc");
});

afterAll(() => provider.stop());

function settings(more: Partial<GroupSettings["client"]> = {}): GroupSettings {
  const { id: clientId, secret: clientSecret } = providerClient;
  return {
    client: {
      ...{ issuer: provider.issuer, clientId, clientSecret, clientAuth: "client_secret_post" },
      patienceMs: 2_000,
      ...more,
    },
    rules: expectDone(readGroupRules(standardGroupRules)),
    names: { handle: "nickname", name: "name", email: "email", zone: "zoneinfo", groups: "groups" },
    secret: "a-secret-of-the-tests-000000000000000000",
    everyMinutes: 60,
  };
}

/** Somebody who signed in with these groups an hour ago, and left with the portal what it asks with. */
async function signedIn(...groups: string[]) {
  const login = `member-${randomUUID().slice(0, 8)}`;
  provider.accounts.set(login, { name: "A Member", groups });
  const claims = readClaims({ sub: login, nickname: login, groups }, settings().names);
  if (!claims) throw new Error("the claims name nobody");
  return at(anHourAgo(), async () => {
    const token = keptToken(settings(), login, await provider.refreshTokenOf(login));
    const { issuer } = provider;
    const { personId } = expectDone(
      await signInPerson({ issuer, claims, rules: settings().rules, ...(token && { token }) }),
    );
    return { login, personId };
  });
}

const anHourAgo = () => new Date(Date.now() - 61 * 60_000);
const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000);

async function rolesOf(personId: number): Promise<string[]> {
  const grants = await db.roleGrant.findMany({ where: { personId, until: null }, include: { body: true } });
  return grants.map(({ role, body }) => `${role}@${body.handle}`).sort();
}

const accountOf = (subject: string) =>
  db.signInAccount.findUniqueOrThrow({
    where: { issuer_subject: { issuer: provider.issuer, subject } },
  });

/** The same account, at an address where nobody listens, and back. */
async function goesTo(subject: string, issuer: string, from = provider.issuer): Promise<void> {
  await db.signInAccount.update({
    where: { issuer_subject: { issuer: from, subject } },
    data: { issuer },
  });
}

const joins = (login: string, ...groups: string[]) =>
  provider.accounts.set(login, { name: "A Member", groups });

describe("groups, between two sign-ins", () => {
  it("are asked for by the clock: who left a group has lost its role after the next round, who joined one holds it", async () => {
    const { login, personId } = await signedIn("board", "sig-night");
    joins(login, "board");
    expect(await askGroupsAnew(settings())).toEqual({ told: 1, ended: 0 });
    expect(await rolesOf(personId)).toEqual(["director@board"]);
    const ended = await db.event.findFirstOrThrow({
      where: { type: "person.role_ended", subjectId: personId },
    });
    expect(ended).toMatchObject({ onBehalfOf: "the account system", data: { group: "sig-night" } });
    joins(login, "board", "infra");
    expect(await askGroupsAnew(settings())).toEqual({ told: 0, ended: 0 });
    expect(await at(inTwoHours(), () => askGroupsAnew(settings()))).toEqual({ told: 1, ended: 0 });
    expect(await rolesOf(personId)).toEqual(["director@board", "infra@infra"]);
  });

  it.each([
    ["answers nothing", (asleep: boolean) => provider.sleep(asleep), {}],
    ["is not there", () => undefined, { issuer: "http://localhost:59997/openidc/" }],
  ])(
    "stay as they are while the provider %s, and are asked for when it is back",
    async (_what, sleep, more) => {
      const { login, personId } = await signedIn("board");
      joins(login);
      sleep(true);
      const began = performance.now();
      const gone = settings({ patienceMs: 200, ...more });
      if ("issuer" in more) await goesTo(login, gone.client.issuer);
      expect(await askGroupsAnew(gone)).toEqual({ told: 0, ended: 0 });
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(await rolesOf(personId)).toEqual(["director@board"]);
      sleep(false);
      if ("issuer" in more) await goesTo(login, provider.issuer, gone.client.issuer);
      expect(await askGroupsAnew(settings())).toEqual({ told: 0, ended: 0 });
      expect(await at(inTwoHours(), () => askGroupsAnew(settings()))).toMatchObject({ ended: 0 });
      expect(await rolesOf(personId)).toEqual([]);
    },
  );

  it("are told no more once the provider has ended the permission: roles stay, and it is recorded and told", async () => {
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    const { login, personId } = await signedIn("board");
    provider.accounts.delete(login);
    expect(await askGroupsAnew(settings())).toEqual({ told: 0, ended: 1 });
    expect(await accountOf(login)).toMatchObject({ sealedToken: null, askAt: null });
    expect(await rolesOf(personId)).toEqual(["director@board"]);
    const event = await db.event.findFirstOrThrow({
      where: { type: "person.groups_untold", subjectId: personId },
    });
    expect(event.data).toMatchObject({ reason: "The account service has ended the permission" });
    await tellOfEvent(event.id);
    const notices = await db.notice.findMany({ where: { eventId: event.id } });
    expect(notices.map((notice) => notice.personId).sort()).toEqual([admin.personId, personId].sort());
    expect(await at(inTwoHours(), () => askGroupsAnew(settings()))).toMatchObject({ ended: 0 });
  });

  it("are asked for with a token that is sealed, and worth nothing with another secret", async () => {
    const { login, personId } = await signedIn("board");
    expect((await accountOf(login)).sealedToken).toMatch(/^v1\.[\w-]+$/);
    const other = { ...settings(), secret: "another-secret-of-the-tests-00000000000" };
    expect(await askGroupsAnew(other)).toEqual({ told: 0, ended: 1 });
    expect(await rolesOf(personId)).toEqual(["director@board"]);
  });

  it("are asked for once where two servers begin at the same moment", async () => {
    const { login, personId } = await signedIn("board");
    joins(login, "infra");
    const both = await Promise.all([askGroupsAnew(settings()), askGroupsAnew(settings())]);
    expect(both.reduce((sum, { told }) => sum + told, 0)).toBe(1);
    expect(both.reduce((sum, { ended }) => sum + ended, 0)).toBe(0);
    expect(await rolesOf(personId)).toEqual(["infra@infra"]);
  });

  it("are not asked for any more when the account here has ended", async () => {
    const { login } = await signedIn("board");
    expectDone(await endAccount(system, accountInput.parse({ person: login })));
    expect(await accountOf(login)).toMatchObject({ sealedToken: null, askAt: null });
    expect(await askGroupsAnew(settings())).toEqual({ told: 0, ended: 0 });
  });
});
