import { expect, test } from "vitest";
import type { CapabilityFacts, CapabilityState } from "../../../lib/region/capability-facts";
import { capabilityState } from "../../../lib/region/capability-state";
import { capability, evidence, incident, ticket } from "./capabilities";

test.each<[string, Partial<CapabilityFacts>, CapabilityState, RegExp]>([
  ["nothing", {}, "not_requested", /No ticket asks for it yet/],
  ["a draft", { tickets: [ticket("draft", 4)] }, "not_requested", /Ticket T-4 is a draft/],
  ["only a duplicate", { tickets: [ticket("duplicate")] }, "not_requested", /No ticket/],
  ["a filed ticket", { tickets: [ticket("filed", 5)] }, "requested", /Ticket T-5 waits to be taken up/],
  ["a ticket in review", { tickets: [ticket("needs_review")] }, "requested", /taken up/],
  [
    "work under way",
    { tickets: [ticket("waiting_on_assignee", 6)] },
    "in_progress",
    /0 of 1 ticket done; ticket T-6/,
  ],
  ["an open question", { tickets: [ticket("waiting_on_reporter")] }, "in_progress", /is open/],
  [
    "half of the tickets done",
    { tickets: [ticket("done"), ticket("draft", 7)] },
    "in_progress",
    /1 of 2 .* T-7/,
  ],
  ["a reopened ticket", { tickets: [ticket("reopened")] }, "in_progress", /0 of 1/],
  [
    "a ticket with the board",
    { tickets: [ticket("bounced", 8), ticket("done")] },
    "blocked",
    /T-8 waits for the board/,
  ],
  ["a declined ticket", { tickets: [ticket("declined", 9)] }, "blocked", /T-9 was declined/],
  [
    "every ticket done",
    { tickets: [ticket("done"), ticket("declined")] },
    "provisioned",
    /missing: “It works”/,
  ],
  [
    "evidence that waits",
    { tickets: [ticket("done")], evidence: [evidence("submitted")] },
    "provisioned",
    /missing/,
  ],
  [
    "evidence that was refused",
    { tickets: [ticket("done")], evidence: [evidence("refused")] },
    "provisioned",
    /missing/,
  ],
  ["evidence without work", { evidence: [evidence("submitted")] }, "in_progress", /missing/],
  [
    "evidence that was accepted and withdrawn without work",
    { evidence: [{ ...evidence("withdrawn"), judgedById: 2 }] },
    "regressed",
    /was withdrawn: “It works”/,
  ],
  ["evidence withdrawn without work", { evidence: [evidence("withdrawn")] }, "not_requested", /No ticket/],
  [
    "work and proof",
    { tickets: [ticket("done")], evidence: [evidence("accepted")] },
    "accepted",
    /accepted evidence/,
  ],
  ["proof that needed no ticket", { evidence: [evidence("accepted")] }, "accepted", /accepted evidence/],
  [
    "proof accepted by who gave it",
    { tickets: [ticket("done")], evidence: [evidence("accepted", "It works", 1)] },
    "provisioned",
    /missing/,
  ],
  [
    "proof of one criterion of two",
    { criteria: ["It works", "It renews"], tickets: [ticket("done")], evidence: [evidence("accepted")] },
    "provisioned",
    /missing: “It renews”/,
  ],
  ["no criterion", { criteria: [], tickets: [ticket("done")] }, "provisioned", /no criterion says/],
  [
    "an incident after acceptance",
    { tickets: [ticket("done")], evidence: [evidence("accepted")], openIncidents: [incident] },
    "regressed",
    /incident is open: Names do not resolve\./,
  ],
  ["an incident before any work", { openIncidents: [incident] }, "not_requested", /No ticket/],
  [
    "expired proof",
    { tickets: [ticket("done")], evidence: [evidence("expired")] },
    "regressed",
    /expired: “It works”/,
  ],
  [
    "expired proof with a newer one",
    { tickets: [ticket("done")], evidence: [evidence("expired"), evidence("accepted")] },
    "accepted",
    /accepted evidence/,
  ],
  [
    "work reopened after proof",
    { tickets: [ticket("reopened", 3)], evidence: [evidence("accepted")] },
    "regressed",
    /T-3 was reopened/,
  ],
])("with %s", (_name, changes, state, because) => {
  const computed = capabilityState(capability(changes));
  expect(computed.state).toBe(state);
  expect(computed.because).toMatch(because);
  expect(computed.because).toMatch(/\.$/);
});

const hosts = { key: "hosts", name: "Hosts", rootCause: "which waits for Sponsorship" };

test("what is asked for waits for what it depends on, and says for what that waits", () => {
  const computed = capabilityState(capability({ tickets: [ticket("filed")] }), [hosts]);
  expect(computed).toMatchObject({
    state: "blocked",
    because: "It waits for Hosts (which waits for Sponsorship).",
    blockedBy: [{ kind: "capability", key: "hosts", name: "Hosts" }],
  });
});

test("what is not asked for is not blocked, and says what it will need", () => {
  expect(capabilityState(capability(), [hosts])).toMatchObject({
    state: "not_requested",
    because: "No ticket asks for it yet; it will need Hosts.",
  });
});

test("what is built is not blocked by what it once depended on", () => {
  expect(capabilityState(capability({ tickets: [ticket("done")] }), [hosts]).state).toBe("provisioned");
});

test("a ticket that blocks is named", () => {
  const bounced = ticket("bounced");
  expect(capabilityState(capability({ tickets: [bounced] })).blockedBy).toEqual([
    { kind: "ticket", id: bounced.id, number: bounced.number },
  ]);
});
