import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listSimilar } from "@/lib/proposals/similar-queries";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
beforeAll(async () => {
  board = await theBoard();
});

const numbers = async (actor: Actor, title: string, except?: number) =>
  (await listSimilar(actor, title, except)).map(({ number }) => number);
const titled = (title: string, more: object = {}) =>
  aProposal({ title, summary: "It says so in the title.", ...more });

describe("a proposal that may ask for the same", () => {
  it("is found by the words of its title, in another form and another order", async () => {
    const { number } = await titled("Nightly kernel builds for aarch64").inDiscussion();
    expect(await numbers(thePublic, "Build the aarch64 kernel every night")).toEqual([number]);
    expect(await numbers(thePublic, "A kernel of wisdom for newcomers")).toEqual([]);
  });

  it("is found as well once the database has counted how often each word stands", async () => {
    const { number } = await titled("Cormorant backup vaults").inDiscussion();
    await db.$executeRaw`ANALYZE "Proposal"`;
    expect(await numbers(thePublic, "Vaults for cormorant backups")).toEqual([number]);
  });

  it("shows the most alike first, five at most, and never itself", async () => {
    const titles = ["Walrus mirror network", "Walrus mirror network in Lagos", "A walrus mirror for Lagos"];
    const made = [];
    for (const title of [...titles, ...titles]) made.push(await titled(title).inDiscussion());
    const found = await numbers(thePublic, "Walrus mirror network in Lagos", made[1]?.number);
    expect(found).toHaveLength(5);
    expect(found[0]).toBe(made[4]?.number);
    expect(found).not.toContain(made[1]?.number);
  });

  it("is not shown to who may not see it, and a draft only to its author", async () => {
    const secret = await titled("Hippopotamus merger negotiations", {
      by: board.cy,
      executive: true,
    }).inDiscussion();
    const draft = await titled("Hippopotamus merger brochure").draft();
    const title = "Hippopotamus merger";
    expect(await numbers(thePublic, title)).toEqual([]);
    expect(await numbers(await aPerson(), title)).toEqual([]);
    expect(await numbers(draft.author, title)).toEqual([draft.number]);
    expect(await numbers(board.ada, title)).toEqual([secret.number]);
  });

  it.each(["short", "", "       ", "of the and in", "'; DROP --", "\\' | & ! <-> :*", "#️⃣🙂🙂🙂🙂🙂🙂🙂"])(
    "is looked for without a fault, whatever is typed: %j",
    async (title) => {
      expect(await numbers(thePublic, title)).toEqual([]);
    },
  );

  it("is looked for by the first 200 characters of what is typed", async () => {
    const { number } = await titled("Ptarmigan telemetry gateway").inDiscussion();
    expect(await numbers(thePublic, `Ptarmigan telemetry gateway ${" x".repeat(1_000_000)}`)).toEqual([
      number,
    ]);
  });
});
