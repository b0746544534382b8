import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { tellOfEvent } from "@/lib/notifications/tell";
import { endAccount } from "@/lib/people/commands/end-account";
import { endRole } from "@/lib/people/commands/end-role";
import { listOwed } from "@/lib/people/owed-queries";
import { accountInput, endRoleInput } from "@/lib/people/people-schema";
import type { Role } from "@/lib/workflow/actor";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aBallot, takes } from "../../factories/ballots";
import { aConcern } from "../../factories/concerns";
import { aQuestion } from "../../factories/discussion";
import { anAskedPerson } from "../../factories/endorsements";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { aProposal, expectDone } from "../../factories/proposals";

const system: Actor = { kind: "system", name: "a test" };

async function kindsOwed(actor: Actor, person: Person): Promise<string[] | undefined> {
  return (await listOwed(actor, person.personId))?.map(({ kind }) => kind);
}

/** Somebody in a SIG, and who looks after it. */
async function aSigOfTwo() {
  const body = `sig-${crypto.randomUUID().slice(0, 8)}`;
  const chair = await aPerson({ roles: [{ role: "sig_chair", body }] });
  const member = await aPerson({ roles: [{ role: "sig_member", body }] });
  return { body, chair, member };
}

const ends = async (person: Person, role: Role, body: string) =>
  expectDone(await endRole(system, endRoleInput.parse({ person: person.handle, role, body })));

async function toldOf(type: string, person: Person) {
  const event = await db.event.findFirstOrThrow({
    where: { type, subjectId: person.personId },
    orderBy: { id: "desc" },
  });
  await tellOfEvent(event.id);
  return db.notice.findMany({ where: { eventId: event.id }, orderBy: { personId: "asc" } });
}

describe("what somebody owes", () => {
  it("is listed in one place, with where it is seen to", async () => {
    const board = await theBoard();
    const { member } = await aSigOfTwo();
    const asks = [
      {
        kind: "sig_work",
        text: "Run the notebooks.",
        owner: `@${member.handle}`,
        acceptanceTest: "They run.",
      },
    ];
    const made = await aProposal({ by: board.bea, asks }).inDiscussion();
    await aQuestion(board.ada, made.number, `@${member.handle}`);
    await aConcern(board.ada, made.number, { resolver: `@${member.handle}` });
    await aProposal({ by: member }).inDiscussion();
    await aProposal({ by: member }).draft();
    await anAskedPerson(made, board.cy);
    expect(await kindsOwed(member, member)).toEqual(["question", "ask", "concern", "proposal"]);
    expect(await kindsOwed(board.cy, board.cy)).toEqual(["endorsement"]);
    const owed = (await listOwed(member, member.personId)) ?? [];
    expect(owed[0]).toMatchObject({ href: `/proposals/${made.number}/questions#question-1` });
    expect(owed[1]?.sentence).toBe(`Ask 1 of #${made.number}: Run the notebooks.`);
  });

  it("is seen by themself, the officers, administrators and who looks after their SIG, and by nobody else", async () => {
    const board = await theBoard();
    const { chair, member } = await aSigOfTwo();
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    for (const reader of [member, chair, board.chair, board.secretary, admin]) {
      expect(await listOwed(reader, member.personId)).not.toBeNull();
    }
    for (const stranger of [thePublic, board.ada, await aPerson(), (await aSigOfTwo()).chair]) {
      expect(await listOwed(stranger, member.personId)).toBeNull();
    }
  });

  it("says nothing of an executive proposal to who may not read it", async () => {
    const board = await theBoard();
    const { chair } = await aSigOfTwo();
    const secret = await aProposal({ by: board.bea, executive: true }).inDiscussion();
    await aQuestion(board.ada, secret.number, `@${board.cy.handle}`);
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    expect(await kindsOwed(board.chair, board.cy)).toEqual(["question"]);
    expect(await kindsOwed(admin, board.cy)).toEqual([]);
    expect(await kindsOwed(chair, board.cy)).toBeUndefined();
    await ends(board.cy, "director", "board");
    const notices = await toldOf("person.role_ended", board.cy);
    expect(notices.length).toBeGreaterThan(1);
    expect(notices.map(({ sentence }) => sentence).join(" ")).not.toContain("owe");
  });

  it("stays seen after a role has ended, and is told to who looks after the body", async () => {
    const board = await theBoard();
    const { body, chair, member } = await aSigOfTwo();
    const made = await aProposal({ by: board.bea }).inDiscussion();
    await aQuestion(board.ada, made.number, `@${member.handle}`);
    await ends(member, "sig_member", body);
    expect(await kindsOwed(chair, member)).toEqual(["question"]);
    const notices = await toldOf("person.role_ended", member);
    expect(notices.map(({ personId }) => personId).sort()).toEqual([member.personId, chair.personId].sort());
    const toChair = notices.find(({ personId }) => personId === chair.personId);
    expect(toChair).toMatchObject({ href: `/people/${member.handle}#owed` });
    expect(toChair?.sentence).toContain("They still owe 1 thing");
  });

  it("is told to the officers and administrators when an account ends", async () => {
    const board = await theBoard();
    const { member } = await aSigOfTwo();
    await aProposal({ by: member }).inDiscussion();
    expectDone(await endAccount(system, accountInput.parse({ person: member.handle, reason: "Moved on" })));
    const notices = await toldOf("person.account_ended", member);
    const toChair = notices.find(({ personId }) => personId === board.chair.personId);
    expect(toChair?.sentence).toBe(
      `The account of ${member.name} has ended: Moved on. They still owe 1 thing: see to them.`,
    );
  });

  it("holds the votes in which somebody's position is missing; of who has left, that their seat still counts", async () => {
    const board = await theBoard();
    const { number } = await aProposal({ by: board.bea }).inDiscussion();
    const ballot = await aBallot({ board, proposal: number }).open();
    expect(await kindsOwed(board.cy, board.cy)).toEqual(["ballot"]);
    expectDone(await takes(board.ada, ballot, "for"));
    expect(await kindsOwed(board.ada, board.ada)).toEqual([]);
    await ends(board.cy, "director", "board");
    expect(await kindsOwed(board.chair, board.cy)).toEqual(["seat"]);
  });
});
