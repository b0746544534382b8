import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CapabilityList } from "@/components/region/capability-list";
import { CapabilityMap } from "@/components/region/capability-map";
import { EvidenceLines } from "@/components/region/evidence-lines";
import { countsOf } from "@/components/region/readiness";
import { TicketLines } from "@/components/region/ticket-lines";
import { wrapName } from "@/components/region/wrap-name";
import { type CapabilityState, capabilityStates } from "@/lib/region/capability-facts";
import type { CapabilityShown, EvidenceShown, TicketShown } from "@/lib/region/queries";
import { capabilityTemplate } from "@/lib/region/template";
import { capabilityStateLabels } from "@/lib/region/ui-text";

function shown(changes: Partial<CapabilityShown> = {}): CapabilityShown {
  return {
    key: "dns",
    name: "DNS",
    purpose: "Names that lead to the region.",
    required: true,
    weight: 1,
    criteria: ["A resolver outside gives the records"],
    dependsOn: [],
    state: "not_requested",
    because: "No ticket asks for it yet.",
    blockedBy: [],
    tickets: [],
    evidence: [],
    maySubmit: false,
    ...changes,
  };
}

const someTicket: TicketShown = {
  id: 1,
  number: 12,
  title: "A record for the API",
  status: "waiting_on_assignee",
  destination: "infra",
  externalUrl: null,
  externalShort: null,
  proposal: { number: 63, title: "A region on CentOS Stream" },
};

const someEvidence: EvidenceShown = {
  id: 7,
  criterion: "A resolver outside gives the records",
  status: "submitted",
  submittedById: 1,
  judgedById: null,
  link: "https://logs.example.org/dns",
  note: "",
  reason: "",
  createdAt: "2026-05-04T10:00:00Z",
  judgedAt: null,
  version: 1,
  submittedBy: { handle: "ada", name: "Ada" },
  judgedBy: null,
  isOwn: false,
  moves: [],
};

describe("the map of the capabilities", () => {
  it("leads from each capability to its place in the list, and says its state in words", () => {
    const states = capabilityTemplate.map((_, place) => capabilityStates[place % capabilityStates.length]);
    const capabilities = capabilityTemplate.map(({ key, name, dependsOn }, place) =>
      shown({ key, name, dependsOn, state: states[place] ?? "accepted" }),
    );
    const map = renderToStaticMarkup(<CapabilityMap capabilities={capabilities} />);
    const list = renderToStaticMarkup(<CapabilityList region="stream" capabilities={capabilities} />);
    for (const { key, name, state } of capabilities) {
      const words = capabilityStateLabels[state];
      expect(map).toContain(`href="#capability-${key}" aria-label="${name}: ${words}"`);
      expect(map).toContain(`>${words}</text>`);
      expect(list).toContain(`id="capability-${key}"`);
    }
  });

  it.each(capabilityStates)("draws a shape for a capability that is %s", (state: CapabilityState) => {
    const map = renderToStaticMarkup(<CapabilityMap capabilities={[shown({ state })]} />);
    expect(map).toMatch(/<path class="map-shape( line)?"/);
  });
});

describe("a name on the map", () => {
  it.each([
    ["DNS", ["DNS"]],
    ["Hosts on CentOS Stream", ["Hosts on CentOS", "Stream"]],
    ["A capability with a name that never ends", ["A capability", "with a name tha…"]],
    ["Donaudampfschifffahrt", ["Donaudampfschif…"]],
    ["", [""]],
  ])("%j stands on at most two lines", (name, lines) => {
    expect(wrapName(name, 16)).toEqual(lines);
  });
});

describe("a ticket under a capability", () => {
  it("shows its number, title, status and the proposal that it came from", () => {
    const html = renderToStaticMarkup(<TicketLines tickets={[someTicket]} />);
    for (const part of ["T-12", "A record for the API", "Waiting on assignee", "#63"]) {
      expect(html).toContain(part);
    }
    expect(html).toContain('href="/proposals/63"');
  });

  it("stands before those that are done", () => {
    const done: TicketShown = { ...someTicket, id: 2, number: 3, status: "done" };
    const html = renderToStaticMarkup(<TicketLines tickets={[done, someTicket]} />);
    expect(html.indexOf("T-12")).toBeLessThan(html.indexOf("T-3<"));
  });
});

describe("evidence", () => {
  it("stands under the criterion that it is for, with who gave it", () => {
    const html = renderToStaticMarkup(<EvidenceLines capability={shown({ evidence: [someEvidence] })} />);
    expect(html).toContain("Waits for an operator");
    expect(html).toContain('href="/people/ada"');
  });

  it("that its giver judged does not make a criterion proven", () => {
    const own: EvidenceShown = { ...someEvidence, status: "accepted", judgedById: 1 };
    const html = renderToStaticMarkup(<EvidenceLines capability={shown({ evidence: [own] })} />);
    expect(html).not.toContain("Proven");
  });

  it("is asked for only of those who may give or judge it", () => {
    const offered = { name: "accept", label: "Accept the evidence" };
    const list = (capability: CapabilityShown) =>
      renderToStaticMarkup(<CapabilityList region="stream" capabilities={[capability]} />);
    const waiting = [{ ...someEvidence, moves: [offered] }];
    expect(list(shown({ evidence: [someEvidence] }))).not.toMatch(/Give evidence|Judge/);
    expect(list(shown({ maySubmit: true }))).toContain("Give evidence for DNS");
    expect(list(shown({ evidence: waiting }))).toContain("Judge the evidence for DNS");
  });
});

describe("the counts beside the number", () => {
  it("say what is accepted, then the rest from the nearest to the farthest", () => {
    const states: CapabilityState[] = ["not_requested", "accepted", "in_progress", "in_progress"];
    expect(countsOf(states)).toBe("1 of 4 accepted, 2 in progress, 1 not requested");
  });
});
