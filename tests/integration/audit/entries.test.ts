import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { noteExport } from "@/lib/audit/commands/note-alone";
import { exportAudit } from "@/lib/audit/list-export";
import { type AuditFilter, auditFilterFields, readAuditAddress } from "@/lib/audit/list-filter";
import { type AuditLine, listAudit, listOwnAudit } from "@/lib/audit/queries";
import { findDemoPerson } from "@/lib/auth/demo-people";
import { endSession, startSession } from "@/lib/auth/sessions";
import { makeSignInLink, redeemSignInLink } from "@/lib/auth/sign-in-links";
import { findTokenReader } from "@/lib/auth/token-reader";
import { at, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { requestFacts } from "@/lib/db/request-facts";
import { importPagure } from "@/lib/import-export/commands/import-pagure";
import { tidy } from "@/lib/outbox/tidy";
import { endAccount } from "@/lib/people/commands/end-account";
import { endRole } from "@/lib/people/commands/end-role";
import { giveRole } from "@/lib/people/commands/give-role";
import { revokeSession } from "@/lib/people/commands/revoke-session";
import { accountInput, endRoleInput, roleGrantInput } from "@/lib/people/people-schema";
import { addRoutingRule } from "@/lib/tickets/commands/add-routing-rule";
import { addRuleInput } from "@/lib/tickets/routing-schema";
import { revokeToken } from "@/lib/tokens/commands/revoke-token";
import { aToken, call } from "../../factories/api";
import { aBody, aPerson, type Person } from "../../factories/people";
import { expectDone } from "../../factories/proposals";

let admin: Person;
let ada: Person;
beforeAll(async () => {
  await aBody({ handle: "board", kind: "board" });
  admin = await aPerson({ name: "Dario", roles: [{ role: "admin", body: "infra" }] });
  ada = await aPerson({ name: "Ada" });
});

/** Does it as a request from there. */
function from<T>(address: string, work: () => Promise<T>, agent = "Firefox"): Promise<T> {
  return requestFacts.run({ queries: 0, databaseGone: false, address, agent }, work);
}

async function found(filter: AuditFilter = {}): Promise<AuditLine[]> {
  return (await listAudit(admin, filter, undefined, 1_000))?.items ?? [];
}

const said = (lines: readonly AuditLine[]) => lines.map(({ who, sentence }) => `${who} ${sentence}`);

describe("the audit", () => {
  it("says who signed in and out, by which way and from which network", async () => {
    const bea = await aPerson({ name: "Bea" });
    const id = await from("192.0.2.7", () => startSession(bea.personId, { seconds: 60, method: "oidc" }));
    await from("2001:db8:7::1", () => endSession(id));
    await endSession(id);
    await startSession(bea.personId, { seconds: 60, method: "mail" });
    await revokeSession(bea, { session: "all" });
    const lines = await found({ person: bea.handle });
    expect(said(lines)).toEqual([
      "Bea ended one of their sessions.",
      "Bea signed in by a link.",
      "Bea signed out.",
      "Bea signed in with the account service.",
    ]);
    expect(lines.map(({ network, agent }) => [network, agent])).toEqual([
      ...[
        [null, null],
        [null, null],
      ],
      ...[
        ["2001:db8:7::/48", "Firefox"],
        ["192.0.2.0/24", "Firefox"],
      ],
    ]);
    expect(JSON.stringify(lines)).not.toContain(id);
  });

  it("says that a sign-in failed, by which way and why, and nothing of what was typed", async () => {
    const bea = await aPerson({ name: "Bea of the mail" });
    await db.person.update({ where: { id: bea.personId }, data: { email: `${bea.handle}@example.org` } });
    const link = await makeSignInLink(bea.personId, "/");
    expect(await redeemSignInLink(link?.token ?? "")).not.toBeNull();
    expect(await redeemSignInLink(link?.token ?? "")).toBeNull();
    expect(await redeemSignInLink("a token that somebody made up")).toBeNull();
    expect(await findDemoPerson("my-secret-password")).toBeNull();
    const [nobody, madeUp, used] = await found({ kind: "refused" });
    expect(said([nobody, madeUp, used].filter((each) => each !== undefined))).toEqual([
      "Somebody could not sign in as somebody of the demo: there is nobody of that name.",
      "Somebody could not sign in by a link: the link was used already, or its time is over.",
      "Somebody could not sign in by a link as Bea of the mail: the link was used already, or its time is over.",
    ]);
    expect(used?.about).toEqual({ handle: bea.handle, name: "Bea of the mail" });
    expect(JSON.stringify(await db.auditEntry.findMany({ select: { data: true } }))).not.toContain("secret");
  });

  it("says once a day from where a token is used, made and revoked, and when one that is dead is tried", async () => {
    const bea = await aPerson({ name: "Bea with a token" });
    const secret = await aToken(bea, { name: "nightly", scope: "read" });
    const use = () => findTokenReader(secret);
    await from("192.0.2.7", () => Promise.all([use(), use(), use()]));
    await from("192.0.2.99", use);
    await from("198.51.100.1", use);
    const tomorrow = new Date(now().getTime() + 86_400_000);
    await at(tomorrow, () => from("192.0.2.7", use));
    const { id } = await db.apiToken.findFirstOrThrow({ where: { personId: bea.personId } });
    expectDone(await revokeToken(bea, { token: id }));
    for (const count of [1, 2]) expect([count, await from("203.0.113.5", use)]).toEqual([count, undefined]);
    await findTokenReader(`streamboard_${"x".repeat(43)}`);
    const lines = await found({ about: `token ${id}` });
    expect(lines.map(({ type, network }) => [type, network]).sort()).toEqual([
      ["token.created", null],
      ["token.refused", "203.0.113.0/24"],
      ["token.revoked", null],
      ["token.used", "192.0.2.0/24"],
      ["token.used", "192.0.2.0/24"],
      ["token.used", "198.51.100.0/24"],
    ]);
    expect(said(lines)).toContain("Bea with a token used the token “nightly”, which may read.");
    expect(said(lines)).toContain(
      "Somebody tried the token “nightly” of Bea with a token, which was revoked.",
    );
  });

  it("says what was taken along by whom, and leaves out what the public takes", async () => {
    await noteExport(ada, { what: "the list of tickets", format: "CSV", filter: ["status", "q"] });
    await noteExport({ kind: "public" }, { what: "the list of tickets", format: "CSV" });
    await noteExport(
      { kind: "system", name: "the command line" },
      { what: "everything", format: "JSON lines" },
    );
    await call("GET /export", { token: await aToken(ada) });
    expect(said(await found({ kind: "export" }))).toEqual([
      "Ada took everything that they may see along as JSON lines.",
      "the command line took everything along as JSON lines.",
      "Ada took the list of tickets along as CSV, narrowed by status, q.",
    ]);
  });

  it("holds what administrators did, with the words of the event, for who did it and whom it concerns", async () => {
    const bea = await aPerson({ name: "Bea with a role" });
    const role = { person: bea.handle, role: "director", body: "board" };
    expectDone(await from("192.0.2.7", () => giveRole(admin, roleGrantInput.parse(role))));
    expectDone(await endRole(admin, endRoleInput.parse({ ...role, reason: "The term is over." })));
    expectDone(await endAccount(admin, accountInput.parse({ person: bea.handle })));
    const of = { person: bea.handle };
    const lines = await found(of);
    expect(said(lines)).toEqual([
      "Dario ended the account of Bea with a role.",
      "Dario ended the role director of Bea with a role in board.",
      "Dario gave Bea with a role the role director in board.",
    ]);
    expect(lines[1]?.why).toBe("The term is over.");
    expect(await found({ ...of, kind: "role" })).toHaveLength(2);
    expect((await found({ person: admin.handle, kind: "role" })).slice(0, 2)).toEqual(lines.slice(1));
    expect((await listOwnAudit(bea))?.items.map(({ network }) => network)).toEqual([null, null, null]);
    const rule = {
      kind: "infra_request",
      words: "host*",
      destination: "sig",
      reason: "Hosts go to infra.",
    };
    expectDone(await addRoutingRule(admin, addRuleInput.parse(rule)));
    const [added] = await found({ kind: "admin", person: admin.handle });
    expect(added).toMatchObject({
      type: "routing_rule.added",
      sentence: expect.stringContaining("Hosts go to infra."),
    });
    expect(await found({ about: added?.subject ?? "" })).toEqual([added]);
  });

  it("says who tried what only administrators may, by a page, by the API, or with a token of too little scope", async () => {
    const bea = await aPerson({ name: "Bea who tries" });
    await giveRole(bea, roleGrantInput.parse({ person: bea.handle, role: "admin", body: "infra" }));
    await importPagure(bea, "{}");
    await call("GET /audit", { token: await aToken(bea) });
    await call("POST /people", { token: await aToken(bea), body: { handle: "x", name: "X" } });
    await call("GET /accounts", { token: await aToken(admin, { scope: "read" }) });
    await giveRole({ kind: "public" }, roleGrantInput.parse({ person: "x", role: "admin", body: "infra" }));
    const tried = (await found({ kind: "refused" })).filter(({ type }) => type === "admin.refused");
    expect(said(tried)).toEqual([
      "Dario asked the API for GET /accounts, and may not.",
      "Bea who tries asked the API for POST /people, and may not.",
      "Bea who tries asked the API for GET /audit, and may not.",
      "Bea who tries tried to import threads, and may not.",
      "Bea who tries tried to give somebody a role, and may not.",
    ]);
  });

  it("is not filled by somebody who tries very often", async () => {
    const bea = await aPerson();
    const attempt = () => giveRole(bea, roleGrantInput.parse({ person: "x", role: "admin", body: "infra" }));
    for (let count = 0; count < 30; count += 1) await attempt();
    expect(await found({ person: bea.handle })).toHaveLength(20);
  });

  it("keeps networks for as long as the setting says, sealed by a hash that says nothing without them", async () => {
    const bea = await aPerson();
    await from("192.0.2.7", () => startSession(bea.personId, { seconds: 60 }), "A \u0000browser");
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { personId: bea.personId },
      include: { from: true },
    });
    const { salt = "", network, agent } = entry.from ?? {};
    expect([network, agent]).toEqual(["192.0.2.0/24", "A browser"]);
    expect(entry.origin).toBe(createHash("sha256").update(`${salt}\n${network}\n${agent}`).digest("hex"));
    const days = (count: number) => new Date(now().getTime() + count * 86_400_000);
    await at(days(89), tidy);
    expect((await found({ person: bea.handle }))[0]?.network).toBe("192.0.2.0/24");
    await at(days(91), tidy);
    expect((await found({ person: bea.handle }))[0]).toMatchObject({
      network: null,
      type: "session.started",
    });
    expect(await db.tokenSighting.count({ where: { day: { lt: days(80).toISOString() } } })).toBe(0);
  });
});

describe("who looks into the audit", () => {
  it("is an administrator, or sees their own alone", async () => {
    for (const actor of [ada, { kind: "public" } as const]) expect(await listAudit(actor, {})).toBeNull();
    expect(await listOwnAudit({ kind: "public" })).toBeNull();
    const own = (await listOwnAudit(ada, undefined, 1_000))?.items ?? [];
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ person, about }) => [person?.handle, about?.handle].includes(ada.handle))).toBe(true);
    const token = await aToken(ada, { scope: "read" });
    expect((await call("GET /audit", { token })).status).toBe(403);
    expect((await call("GET /me/audit?limit=1", { token })).body.items).toHaveLength(1);
    const asAdmin = await aToken(admin, { scope: "admin" });
    expect((await call("GET /audit?kind=export&limit=2", { token: asAdmin })).body.items).toHaveLength(2);
    expect((await call("GET /audit?about=everything", { token: asAdmin })).status).toBe(422);
    expect((await call("GET /audit/chain", { token: asAdmin })).body).toMatchObject({ seal: null });
  });

  it("comes through all of it page by page, each entry once, also while more is written", async () => {
    const all = await found();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(admin, {}, cursor, 7);
      seen.push(...(page?.items ?? []).map(({ id }) => id));
      cursor = page?.nextCursor;
      await startSession(ada.personId, { seconds: 60 });
    } while (cursor);
    expect(seen).toEqual(all.map(({ id }) => id));
    const days = { from: "2020-01-01", to: "2020-12-31" };
    expect(await found(days)).toEqual([]);
    expect(await found({ from: "2020-01-01", to: "2199-12-31" })).toHaveLength((await found()).length);
    expect(await found({ person: "nobody-of-this-name" })).toEqual([]);
  });

  it("takes it along as a file", async () => {
    let text = "";
    for await (const part of exportAudit(admin, { kind: "export" })) text += part;
    expect(text).toContain("Exports and backups,export.made,");
    expect(text.trim().split("\r\n")).toHaveLength(4);
  });

  it("is told what makes no sense in an address, instead of being shown something else", () => {
    const { filter, wrong } = readAuditAddress({
      person: "@ada",
      about: "the moon",
      from: "2026-02-30",
      to: "",
    });
    expect(filter).toEqual({ person: "ada" });
    expect(Object.keys(wrong)).toEqual(["from", "about"]);
    expect(auditFilterFields.about.parse("Token 12")).toBe("Token 12");
  });
});
