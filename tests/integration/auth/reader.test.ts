import { describe, expect, it } from "vitest";
import { findKeptForm, keepForm } from "@/lib/auth/kept-forms";
import { findReader } from "@/lib/auth/reader";
import { endSession, startSession } from "@/lib/auth/sessions";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { aPerson } from "../../factories/people";

const hour = 3600;
const inHours = (hours: number) => new Date(Date.now() + hours * hour * 1000);

async function disable(sessionId: string): Promise<void> {
  const where = { sessions: { some: { id: sessionId } } };
  await db.person.updateMany({ where, data: { disabledAt: new Date() } });
}

describe("a session", () => {
  it("says who asks, with the roles that they hold today", async () => {
    const roles = [
      { role: "secretary", body: "board" } as const,
      { role: "sig_chair", body: "sig-x" } as const,
    ];
    const person = await aPerson({ roles });
    await db.roleGrant.updateMany({
      where: { personId: person.personId, role: "sig_chair" },
      data: { until: new Date() },
    });
    const { actor } = await findReader(await startSession(person.personId, { seconds: hour }));
    expect(actor).toMatchObject({ handle: person.handle, roles: [{ role: "secretary" }] });
  });

  it.each([
    ["signed out", endSession],
    ["whose account has ended", disable],
  ])("of somebody %s is nobody's, at once", async (_case, end) => {
    const id = await startSession((await aPerson()).personId, { seconds: hour });
    expect((await findReader(id)).actor.kind).toBe("person");
    await end(id);
    expect((await findReader(id)).actor).toEqual({ kind: "public" });
  });

  it("is over when its time is", async () => {
    const id = await startSession((await aPerson()).personId, { seconds: hour });
    expect((await at(inHours(2), () => findReader(id))).actor).toEqual({ kind: "public" });
  });
});

describe("a form whose session had ended", () => {
  it("is kept for a day, for the form that it was typed into", async () => {
    const id = await keepForm("comment", "/proposals/63", { markdown: "What I wanted to say" });
    expect(await findKeptForm(id, "comment")).toEqual({ markdown: "What I wanted to say" });
    expect(await findKeptForm(id, "other-form")).toBeUndefined();
    expect(await at(inHours(25), () => findKeptForm(id, "comment"))).toBeUndefined();
  });
});
