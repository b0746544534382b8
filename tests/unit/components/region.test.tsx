import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BurnUpChart } from "@/components/region/burn-up-chart";
import { BurnUpTable } from "@/components/region/burn-up-table";
import { CapabilityList } from "@/components/region/capability-list";
import { CapabilityMap } from "@/components/region/capability-map";
import { EvidenceLines } from "@/components/region/evidence-lines";
import { durationText } from "@/components/region/incident-lines";
import { countsOf } from "@/components/region/readiness";
import { TicketLines } from "@/components/region/ticket-lines";
import { wrapName } from "@/components/region/wrap-name";
import { type CapabilityState, capabilityStates } from "@/lib/region/capability-facts";
import type { CapabilityShown, EvidenceShown, TicketShown } from "@/lib/region/capability-queries";
import type { CapabilityOnList } from "@/lib/region/queries";
import { capabilityTemplate } from "@/lib/region/template";
import type { TimelineEntryShown } from "@/lib/region/timeline-queries";
import { capabilityStateLabels } from "@/lib/region/ui-text";

type Shown = CapabilityOnList & CapabilityShown;

function shown(changes: Partial<Shown> = {}): Shown {
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
    openIncidents: [],
    version: 1,
    share: 5,
    toJudge: 0,
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
  output: "",
  file: null,
  stored: "submitted",
  withdrawnAt: null,
  withdrawnReason: "",
  withdrawnBy: null,
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
  it("leads from each capability to its page, and says its state in words", () => {
    const states = capabilityTemplate.map((_, place) => capabilityStates[place % capabilityStates.length]);
    const capabilities = capabilityTemplate.map(({ key, name, dependsOn }, place) =>
      shown({ key, name, dependsOn, state: states[place] ?? "accepted" }),
    );
    const map = renderToStaticMarkup(<CapabilityMap region="stream" capabilities={capabilities} />);
    const list = renderToStaticMarkup(<CapabilityList region="stream" capabilities={capabilities} />);
    for (const { key, name, state } of capabilities) {
      const words = capabilityStateLabels[state];
      expect(map).toContain(`href="/region/stream/${key}" aria-label="${name}: ${words}"`);
      expect(map).toContain(`>${words}</text>`);
      expect(list).toContain(`id="capability-${key}"`);
    }
  });

  it.each(capabilityStates)("draws a shape for a capability that is %s", (state: CapabilityState) => {
    const map = renderToStaticMarkup(<CapabilityMap region="stream" capabilities={[shown({ state })]} />);
    expect(map).toMatch(/<path class="map-shape( line)?"/);
  });
});

describe("what a node of the map says while it has the focus", () => {
  it("is why it stands so, whole for those who hear it, and in three lines for those who see it", () => {
    const because = `It waits for ${"a very long list of things ".repeat(12)}.`;
    const map = renderToStaticMarkup(<CapabilityMap region="stream" capabilities={[shown({ because })]} />);
    expect(map).toContain(`<desc>${because}</desc>`);
    expect(map.match(/<text x="9"/g)).toHaveLength(3);
    expect(map).toContain("…</text>");
  });

  it("is text, whatever stands in a name", () => {
    const evil = shown({ name: "<script>", because: "<img src=x>" });
    const map = renderToStaticMarkup(<CapabilityMap region="stream" capabilities={[evil]} />);
    expect(map).not.toMatch(/<script|<img/);
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
    const own: EvidenceShown = { ...someEvidence, status: "accepted", stored: "accepted", judgedById: 1 };
    const html = renderToStaticMarkup(<EvidenceLines capability={shown({ evidence: [own] })} />);
    expect(html).not.toContain("Proven");
  });

  it("is asked for only of those who may give or judge it", () => {
    const list = (capability: CapabilityOnList) =>
      renderToStaticMarkup(<CapabilityList region="stream" capabilities={[capability]} />);
    expect(list(shown({ evidence: [someEvidence] }))).not.toMatch(/Give evidence|Judge/);
    expect(list(shown({ maySubmit: true }))).toContain("Give evidence for DNS");
    expect(list(shown({ evidence: [someEvidence], toJudge: 1 }))).toContain("Judge the evidence for DNS");
  });
});

describe("evidence that counts no more", () => {
  const expired: EvidenceShown = {
    ...someEvidence,
    status: "expired",
    stored: "accepted",
    judgedById: 2,
    judgedBy: { handle: "bea", name: "Bea" },
    judgedAt: "2026-05-05T10:00:00Z",
    validUntil: "2026-06-01",
  };

  it("says that it expired, or who withdrew it and why", () => {
    const html = renderToStaticMarkup(<EvidenceLines capability={shown({ evidence: [expired] })} />);
    expect(html).toContain("Expired");
    expect(html).toContain("1 expired");
    const withdrawn: EvidenceShown = {
      ...expired,
      status: "withdrawn",
      stored: "withdrawn",
      withdrawnBy: { handle: "ada", name: "Ada" },
      withdrawnAt: "2026-05-20T10:00:00Z",
      withdrawnReason: "It was the other cluster.",
    };
    const taken = renderToStaticMarkup(<EvidenceLines capability={shown({ evidence: [withdrawn] })} />);
    expect(taken).toContain("It was the other cluster.");
    expect(taken).not.toContain("Proven");
  });

  it("for a criterion that is worded otherwise now stands apart", () => {
    const html = renderToStaticMarkup(
      <EvidenceLines capability={shown({ criteria: ["It resolves"], evidence: [expired] })} />,
    );
    expect(html).toContain("Evidence for a criterion of before");
    expect(html).toContain("No evidence yet");
  });

  it("with a long output folds it, and shows it as text", () => {
    const withOutput: EvidenceShown = { ...someEvidence, output: `${"line\n".repeat(40)}<b>end</b>` };
    const html = renderToStaticMarkup(<EvidenceLines capability={shown({ evidence: [withOutput] })} />);
    expect(html).toContain("Output of 41 lines");
    expect(html).toContain("&lt;b&gt;end&lt;/b&gt;");
  });
});

describe("how long an incident took", () => {
  it.each([
    ["2026-01-01T10:00:00Z", "2026-01-01T10:00:20Z", "1 min"],
    ["2026-01-01T10:00:00Z", "2026-01-01T12:05:00Z", "2 h 5 min"],
    ["2026-01-01T10:00:00Z", "2026-01-04T14:00:00Z", "3 d 4 h"],
  ])("from %s to %s is %s", (from, to, text) => {
    expect(durationText(from, to)).toBe(text);
  });
});

describe("the readiness by date", () => {
  const points = [
    { day: "2026-01-01", at: Date.parse("2026-01-01T23:00:00Z"), percent: 0, accepted: 0, total: 2 },
    { day: "2026-02-01", at: Date.parse("2026-02-01T23:00:00Z"), percent: 40, accepted: 1, total: 2 },
    { day: "2026-03-01", at: Date.parse("2026-03-01T10:00:00Z"), percent: 25, accepted: 0, total: 2 },
  ];
  const mark: TimelineEntryShown = {
    id: "1",
    at: "2026-02-20T10:00:00Z",
    kind: "incident",
    who: "Wren",
    sentence: "declared minor incident 1.",
  };

  it("is a picture that says itself in a sentence", () => {
    const html = renderToStaticMarkup(<BurnUpChart points={points} marks={[mark]} />);
    expect(html).toContain("from 0 % on 2026-01-01 to 25 % on 2026-03-01; at most 40 %");
    expect(html).toContain("<title>Wren declared minor incident 1.</title>");
    expect(html).not.toContain("NaN");
  });

  it("is the same in a table, with what happened between", () => {
    const html = renderToStaticMarkup(<BurnUpTable points={points} marks={[mark]} />);
    expect(html).toMatch(/2026-03-01.*25 %.*−15.*0 of 2.*declared minor incident 1/);
    expect(html.indexOf("2026-03-01")).toBeLessThan(html.indexOf("2026-01-01"));
  });

  it("of a region that was opened this moment is a picture too", () => {
    const html = renderToStaticMarkup(<BurnUpChart points={points.slice(0, 1)} marks={[]} />);
    expect(html).not.toContain("NaN");
  });
});

describe("the counts beside the number", () => {
  it("say what is accepted, then the rest from the nearest to the farthest", () => {
    const states: CapabilityState[] = ["not_requested", "accepted", "in_progress", "in_progress"];
    expect(countsOf(states)).toBe("1 of 4 accepted, 2 in progress, 1 not requested");
  });
});
