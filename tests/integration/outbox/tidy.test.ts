import { describe, expect, it } from "vitest";
import { keepForm } from "@/lib/auth/kept-forms";
import { startSession } from "@/lib/auth/sessions";
import { at } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { onlyOnce } from "@/lib/db/submission";
import { tidy } from "@/lib/outbox/tidy";
import { createProposal } from "@/lib/proposals/commands/create-proposal";
import { proposalInput } from "@/lib/proposals/schema";
import { aPerson } from "../../factories/people";

const count = async () => [await db.session.count(), await db.keptForm.count(), await db.submission.count()];

describe("tidying up at night", () => {
  it("keeps what is still of use, and throws away what has served", async () => {
    const person = await aPerson();
    await startSession(person.personId, { seconds: 3600 });
    await keepForm("comment", "/", { markdown: "kept" });
    await onlyOnce("key", person.personId, () =>
      createProposal(person, proposalInput.parse({ title: "A region" })),
    );
    await tidy();
    expect(await count()).toEqual([1, 1, 1]);
    await at(new Date(Date.now() + 8 * 86_400_000), tidy);
    expect(await count()).toEqual([0, 0, 0]);
  });
});
