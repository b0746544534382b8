import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { db } from "@/lib/db/client";
import { listClaims, listLikelyPlaceholders } from "@/lib/import-export/claim-queries";
import { claimPlaceholder } from "@/lib/import-export/commands/claim-placeholder";
import { confirmClaim } from "@/lib/import-export/commands/confirm-claim";
import { declineClaim } from "@/lib/import-export/commands/decline-claim";
import { unclaimPlaceholder, undoClaim } from "@/lib/import-export/commands/undo-claim";
import { withdrawClaim } from "@/lib/import-export/commands/withdraw-claim";
import { askClaimInput } from "@/lib/import-export/schema";
import { tellOfEvent } from "@/lib/notifications/tell";
import { addPerson } from "@/lib/people/commands/add-person";
import { addPersonInput } from "@/lib/people/people-schema";
import { findProfile } from "@/lib/people/profile-queries";
import type { Result } from "@/lib/result";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { anAskedClaim, aPlaceholder, says } from "../../factories/claims";
import { aQuestion } from "../../factories/discussion";
import { anIssue, aTrackerComment, imported } from "../../factories/imports";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

const system: Actor = { kind: "system", name: "a test" };

const authorOf = async (number: number) =>
  (
    await db.proposal.findUniqueOrThrow({
      where: { number },
      select: { author: { select: { handle: true } } },
    })
  ).author.handle;

function refusalOf(result: Result<unknown>) {
  if (result.ok) throw new Error("it was not refused");
  return result.refusal;
}

async function toldOf(type: string, claim: number) {
  const event = await db.event.findFirstOrThrow({ where: { type, subject: "claim", subjectId: claim } });
  await tellOfEvent(event.id);
  const notices = await db.notice.findMany({ where: { eventId: event.id } });
  return notices.map(({ personId }) => personId);
}

describe("a claim", () => {
  it("is asked by the person, weighed by others, and moves all in one move when it is confirmed", async () => {
    const { secretary } = await theBoard();
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    const person = await aPerson();
    const { handle, number } = await aPlaceholder();
    const target = await anAskedClaim(person, handle);
    expect(await authorOf(number)).toBe(handle);
    expect(await toldOf("claim.asked", target.claim)).toEqual(
      expect.arrayContaining([admin.personId, secretary.personId]),
    );
    const waiting = (await listClaims(admin))?.waiting.find(({ id }) => id === target.claim);
    expect(waiting).toMatchObject({
      person: { handle: person.handle },
      would: { proposals: 1, comments: 1 },
      proposals: [{ number }],
    });
    const done = expectDone(await confirmClaim(admin, target));
    expect(done).toMatchObject({ placeholder: handle, person: person.handle, proposals: 1, comments: 1 });
    expect(await authorOf(number)).toBe(person.handle);
    expect(await toldOf("person.claimed", target.claim)).toEqual([person.personId]);
    expect(await findProfile(thePublic, handle)).toMatchObject({ claimedBy: { handle: person.handle } });
  });

  it("is confirmed by nobody for themself, and by nobody without the office", async () => {
    const { ada } = await theBoard();
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    const { handle } = await aPlaceholder();
    const target = await anAskedClaim(admin, handle);
    expect(refusalOf(await confirmClaim(admin, target)).code).toBe("forbidden");
    expect(refusalOf(await confirmClaim(ada, target)).code).toBe("forbidden");
    expect(await listClaims(ada)).toBeNull();
    expect((await listClaims(admin))?.waiting.find(({ id }) => id === target.claim)?.moves).toEqual([
      expect.objectContaining({ name: "withdraw" }),
    ]);
  });

  it("that was declined or withdrawn can be asked again; one that waits is not asked twice", async () => {
    const { chair } = await theBoard();
    const person = await aPerson();
    const { handle } = await aPlaceholder();
    const both = await Promise.all([says(person, handle), says(person, handle)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(both.find(({ ok }) => !ok) ?? both[0]).code).toBe("conflict");
    const first = await db.placeholderClaim.findFirstOrThrow({ where: { personId: person.personId } });
    const declined = { claim: first.id, version: 1, reason: "The address is another one." };
    expectDone(await declineClaim(chair, declined));
    expect(await toldOf("claim.declined", first.id)).toEqual([person.personId]);
    const second = await anAskedClaim(person, handle);
    expect(refusalOf(await withdrawClaim(chair, second)).code).toBe("forbidden");
    expectDone(await withdrawClaim(person, second));
    expect((await anAskedClaim(person, handle)).claim).toBeGreaterThan(second.claim);
  });

  it("of two people for one name is confirmed once, also at the same moment, and the other is told", async () => {
    const { chair, secretary } = await theBoard();
    const { handle, number } = await aPlaceholder();
    const [one, other] = [await aPerson(), await aPerson()];
    const [first, second] = [await anAskedClaim(one, handle), await anAskedClaim(other, handle)];
    const both = await Promise.all([confirmClaim(chair, first), confirmClaim(secretary, second)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.placeholderClaim.count({ where: { placeholder: { handle }, status: "confirmed" } })).toBe(
      1,
    );
    const loser = both[0]?.ok ? { ...second, person: other } : { ...first, person: one };
    expect(await db.placeholderClaim.findUniqueOrThrow({ where: { id: loser.claim } })).toMatchObject({
      status: "declined",
    });
    expect(await authorOf(number)).toBe(both[0]?.ok ? one.handle : other.handle);
  });

  it("needs a word of why, and a placeholder that is there", async () => {
    const person = await aPerson();
    expect(askClaimInput.safeParse({ placeholder: "x", reason: " " }).success).toBe(false);
    expect(refusalOf(await says(person, "nobody-of-that-name")).code).toBe("not_found");
    expect(refusalOf(await says(person, person.handle)).code).toBe("not_found");
    const { handle } = await aPlaceholder();
    expect(refusalOf(await says(thePublic, handle)).code).toBe("signed_out");
  });
});

describe("what is executive", () => {
  it("stays hidden: who may not read the thread can neither claim its name, nor see or confirm the claim", async () => {
    const { ada, secretary } = await theBoard();
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    const { handle } = await aPlaceholder({ private: true });
    expect(refusalOf(await says(admin, handle)).code).toBe("not_found");
    const target = await anAskedClaim(ada, handle);
    expect((await listClaims(admin))?.waiting.map(({ id }) => id)).not.toContain(target.claim);
    expect((await listClaims(secretary))?.waiting.map(({ id }) => id)).toContain(target.claim);
    expect(refusalOf(await confirmClaim(admin, target)).code).toBe("not_found");
    expect(await toldOf("claim.asked", target.claim)).not.toContain(admin.personId);
    expectDone(await confirmClaim(secretary, target));
    expect(await findProfile(thePublic, handle)).toBeNull();
  });

  it("is not counted for who confirms what moves with it", async () => {
    const { secretary } = await theBoard();
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    const { handle, user } = await aPlaceholder();
    await imported(anIssue({ user, private: true }));
    const person = await aPerson();
    const target = await anAskedClaim(person, handle);
    const countsFor = async (reader: Person) =>
      (await listClaims(reader))?.waiting.find(({ id }) => id === target.claim)?.would.proposals;
    expect([await countsFor(admin), await countsFor(secretary)]).toEqual([1, 2]);
    expect(expectDone(await confirmClaim(admin, target)).proposals).toBe(1);
    const event = await db.event.findFirstOrThrow({
      where: { type: "person.claimed", subjectId: target.claim },
    });
    expect(event.visibility).toBe("executive");
  });
});

describe("a confirmed claim that is undone", () => {
  async function confirmed() {
    const { chair } = await theBoard();
    const person = await aPerson();
    const placeholder = await aPlaceholder();
    const target = await anAskedClaim(person, placeholder.handle);
    expectDone(await confirmClaim(chair, target));
    return {
      chair,
      person,
      ...placeholder,
      undoing: { claim: target.claim, version: 2, reason: "A namesake." },
    };
  }

  it("gives back exactly what moved; what they wrote themself stays theirs, and it can be claimed again", async () => {
    const { chair, person, handle, number, undoing } = await confirmed();
    const own = await aProposal({ by: person }).inDiscussion();
    const undone = expectDone(await undoClaim(chair, undoing));
    expect(undone).toMatchObject({ placeholder: handle, proposals: 1, comments: 1 });
    expect(await authorOf(number)).toBe(handle);
    expect(await authorOf(own.number)).toBe(person.handle);
    expect(await db.comment.count({ where: { proposal: { number }, author: { handle } } })).toBe(1);
    expect(await db.externalIdentity.findFirstOrThrow({ where: { username: handle } })).toMatchObject({
      personId: (await db.person.findUniqueOrThrow({ where: { handle } })).id,
    });
    expect(await toldOf("person.unclaimed", undoing.claim)).toEqual([person.personId]);
    expectDone(await claimPlaceholder(chair, { placeholder: handle, person: person.handle }));
    expect(await authorOf(number)).toBe(person.handle);
  });

  it("leaves where it is what was handed on meanwhile, or taken on by the person themself", async () => {
    const { chair } = await theBoard();
    const person = await aPerson();
    const { handle } = await aPlaceholder();
    const asks = ["one", "two"].map((text) => ({
      ...{ kind: "sig_work", text, owner: `@${handle}`, acceptanceTest: "It is done." },
    }));
    const made = await aProposal({ asks }).inDiscussion();
    await aQuestion(chair, made.number, `@${handle}`);
    const target = await anAskedClaim(person, handle);
    expectDone(await confirmClaim(chair, target));
    const stranger = await aPerson();
    await db.question.updateMany({
      where: { proposalId: made.id },
      data: { askedOfPersonId: stranger.personId },
    });
    await db.ask.updateMany({
      where: { proposalId: made.id, number: 1 },
      data: { consentById: person.personId, consentAt: new Date() },
    });
    expectDone(await undoClaim(chair, { claim: target.claim, version: 2, reason: "A namesake." }));
    const owners = await db.ask.findMany({
      where: { proposalId: made.id },
      orderBy: { number: "asc" },
      select: { ownerPerson: { select: { handle: true } } },
    });
    expect(owners.map(({ ownerPerson }) => ownerPerson?.handle)).toEqual([person.handle, handle]);
    expect(await db.question.findFirstOrThrow({ where: { proposalId: made.id } })).toMatchObject({
      askedOfPersonId: stranger.personId,
    });
  });

  it("gives back what an import brought under the name in between", async () => {
    const { chair, person, handle, user, undoing } = await confirmed();
    const later = anIssue({ user, comments: [aTrackerComment({ user })] });
    await imported(later);
    expect(await authorOf(later.id)).toBe(person.handle);
    expectDone(await undoClaim(chair, undoing));
    expect(await authorOf(later.id)).toBe(handle);
    expect(await db.comment.count({ where: { author: { handle: person.handle } } })).toBe(0);
  });

  it("is undone once of two at the same moment, and not while it is not confirmed", async () => {
    const { chair, person, handle, undoing } = await confirmed();
    const both = await Promise.all([
      undoClaim(chair, undoing),
      unclaimPlaceholder(system, { placeholder: handle, reason: "A namesake." }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusalOf(await unclaimPlaceholder(system, { placeholder: handle, reason: "Again." })).code).toBe(
      "conflict",
    );
    const again = await anAskedClaim(person, handle);
    const race = await Promise.all([
      confirmClaim(chair, again),
      undoClaim(chair, { ...again, reason: "Too early." }),
    ]);
    expect(race.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it("is undone by the officers and administrators only, with a reason", async () => {
    const { person, undoing } = await confirmed();
    expect(refusalOf(await undoClaim(person, undoing)).code).toBe("forbidden");
    const { undoClaimInput } = await import("@/lib/import-export/schema");
    const empty: z.input<typeof undoClaimInput> = { claim: 1, version: 1, reason: "" };
    expect(undoClaimInput.safeParse(empty).success).toBe(false);
  });

  it("can be undone also where it was confirmed before claims were rows of their own", async () => {
    const { chair, person, handle, number, undoing } = await confirmed();
    const event = await db.event.findFirstOrThrow({
      where: { type: "person.claimed", subjectId: undoing.claim },
    });
    // As it stood then: an event on the person, and no claim in it.
    await db.event.create({
      data: { type: event.type, subject: "person", subjectId: person.personId, data: event.data ?? {} },
    });
    expectDone(await undoClaim(chair, undoing));
    expect(await authorOf(number)).toBe(handle);
  });
});

describe("an account that is called like a placeholder", () => {
  it("gets the handle, and its person is shown the placeholder as one that may be them", async () => {
    const { handle, number } = await aPlaceholder();
    expectDone(await addPerson(system, addPersonInput.parse({ handle, name: "The Real One" })));
    const { id } = await db.person.findUniqueOrThrow({ where: { handle } });
    expect(await authorOf(number)).toBe(`${handle}-pagure`);
    const person: Actor = {
      ...{ kind: "person", personId: id, handle, name: "The Real One", timeZone: "UTC", roles: [] },
    };
    expect(await listLikelyPlaceholders(person)).toEqual([
      { handle: `${handle}-pagure`, name: "Seen In A Tracker" },
    ]);
    expectDone(await says(person, `${handle}-pagure`));
    expect(await listLikelyPlaceholders(person)).toEqual([]);
  });
});
