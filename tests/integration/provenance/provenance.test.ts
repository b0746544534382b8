import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { ledTo } from "@/lib/provenance/graph";
import { findProvenance } from "@/lib/provenance/queries";
import { importHosts } from "@/lib/region/commands/import-hosts";
import { importHostsInput } from "@/lib/region/host-schema";
import { placeSource } from "@/lib/tickets/commands/place-source";
import { placeSourceInput } from "@/lib/tickets/schema";
import { thePublic } from "@/lib/workflow/actor";
import { aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aRegion } from "../../factories/region";
import { aLoneTicket, aProject, aSplit, dropped, sourceOf, ticketed } from "../../factories/tickets";

const kindsOf = (found: Awaited<ReturnType<typeof findProvenance>>) => [
  ...new Set(found?.nodes.map(({ kind }) => kind)),
];

describe("a provenance", () => {
  it("leads from a ticket up to what was said, and from the decision down to every end", async () => {
    const split = await aSplit({
      ...{ questions: ["Who is on call?"], conditions: ["Report back."] },
      ...{ actions: ["Open the tickets."], promises: ["I ask the partner."] },
    });
    const ticket = await ticketed(split, "follow_up", 1);
    await ticketed(split, "ask", 1);
    for (const [kind, number] of [
      ["ask", 2],
      ["question", 1],
      ["condition", 1],
    ] as const)
      await dropped(split, kind, number);
    const answer = {
      ...(await sourceOf(split, "action_line", 1)),
      disposition: "answered",
      text: "Done here.",
    };
    expectDone(await placeSource(split.author, placeSourceInput.parse(answer)));

    const up = await findProvenance(thePublic, "ticket", ticket);
    expect(kindsOf(up)).toEqual(["proposal", "comment", "decision", "follow_up", "ticket"]);
    const decision = await db.decision.findFirstOrThrow({ where: { proposalId: split.id } });
    const down = await findProvenance(thePublic, "decision", decision.id);
    expect(down && ledTo(down, down.start.key).map(({ kind }) => kind)).toEqual([
      ...["question", "ask", "ask", "condition", "action_line", "follow_up"],
      ...["ticket", "ticket", "answer", "reason", "reason", "reason"],
    ]);
    // Every source leads to a ticket, an answer or a reason.
    const ends = ["ticket", "answer", "reason"];
    for (const { key, kind } of down?.nodes ?? []) {
      if (!["ask", "question", "condition", "action_line", "follow_up"].includes(kind)) continue;
      expect([key, down && ledTo(down, key).some((end) => ends.includes(end.kind))]).toEqual([key, true]);
    }
    const line = await db.minuteLine.findFirstOrThrow({ where: { item: { proposalId: split.id } } });
    expect(await findProvenance(thePublic, "line", line.id)).toBeNull();
  });

  it("of an executive proposal is found by its author and the board, and by nobody else", async () => {
    const author = await aPerson({ roles: [{ role: "director", body: "board" }] });
    const split = await aSplit({ by: author, executive: true });
    const ticket = await ticketed(split, "ask", 1, aProject);
    expect(await findProvenance(split.chair, "ticket", ticket)).not.toBeNull();
    for (const kind of ["ticket", "proposal"] as const) {
      const number = kind === "ticket" ? ticket : split.number;
      expect(await findProvenance(thePublic, kind, number)).toBeNull();
    }
  });

  it("of a ticket that stands alone is the ticket, and of nothing is nothing", async () => {
    const ticket = await aLoneTicket(await aPerson());
    expect((await findProvenance(thePublic, "ticket", ticket))?.nodes).toHaveLength(1);
    expect(await findProvenance(thePublic, "decision", 999_999_999)).toBeNull();
  });

  it("leads from a host to the request that brought it and what led to that, and back down", async () => {
    const split = await aSplit();
    const number = await ticketed(split, "ask", 1);
    const region = await aRegion();
    const list = "name,site,cpu,ram\nnode1,rdu,8,64\nnode2,rdu,8,64";
    const inventory = importHostsInput.parse({ region: region.key, list, ticket: `T-${number}` });
    expectDone(await importHosts(region.operator, inventory));
    const host = await db.host.findFirstOrThrow({ where: { name: "node1" } });
    const up = await findProvenance(thePublic, "host", host.id);
    expect(up?.start).toMatchObject({ name: "2 hosts", text: "node1, node2" });
    expect(kindsOf(up)).toEqual(["proposal", "decision", "ask", "ticket", "host"]);
    const decision = await db.decision.findFirstOrThrow({ where: { proposalId: split.id } });
    const down = await findProvenance(thePublic, "decision", decision.id);
    expect(down && ledTo(down, down.start.key).some(({ kind }) => kind === "host")).toBe(true);
    expect(await findProvenance(thePublic, "host", 2_000_000)).toBeNull();
  });
});
