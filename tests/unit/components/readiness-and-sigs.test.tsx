import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PeopleLinks } from "@/components/people/people-links";
import { SigDuties } from "@/components/people/sig-duties";
import { SigList } from "@/components/people/sig-list";
import { ReadinessBlock } from "@/components/proposals/readiness-block";
import { WorkloadLines } from "@/components/region/workload-lines";
import type { SigLine, SigShown } from "@/lib/people/sig-queries";
import { readinessOf } from "@/lib/proposals/readiness";
import type { WorkloadShown } from "@/lib/region/workload-queries";

const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll(/\s+/g, " ");

const meeting = { date: "2021-10-13", startsAt: "2021-10-13T20:00:00Z" };
const lacking = {
  summary: true,
  saysWhy: true,
  asks: [{ number: 3, kind: "board_decision", owned: false, tested: true }],
  questions: [{ number: 2, of: "Ada <Lovelace>" }],
  concerns: [],
  sponsor: { confirmed: "Mira", asked: null },
  materials: [],
  revision: 1,
  informationAt: "2021-09-01T00:00:00Z",
  meeting: null,
  coming: [meeting],
};
const setting = { number: 63, now: new Date("2021-10-01T00:00:00Z"), noticeHours: 48, mayWrite: false };
const readiness = readinessOf(lacking, setting);
const ready = readinessOf(
  { ...lacking, questions: [], asks: [{ number: 3, kind: "inform", owned: true, tested: true }] },
  setting,
);

describe("readiness on a page", () => {
  it("reads as its sentence, and each missing thing in it is a link to where it is mended", () => {
    const html = renderToStaticMarkup(<ReadinessBlock readiness={readiness} />);
    expect(textOf(html)).toBe(readiness.sentence);
    expect(html).toContain('<a href="/proposals/63#ask-3">an owner for ask 3</a>');
    expect(html).toContain('<a href="/proposals/63/questions#question-2">an answer to question 2</a>');
    expect(html).toContain('<a href="/meetings/2021-10-13">');
  });

  it("in full says of every part whether it is there, in words and not by colour alone", () => {
    const html = renderToStaticMarkup(<ReadinessBlock readiness={readiness} full />);
    expect(html).toContain("Readiness for the board: 7 of 9 are there");
    expect(html.match(/aria-label="There:"/g)).toHaveLength(7);
    expect(html.match(/aria-label="Missing:"/g)).toHaveLength(2);
    expect(html).toContain("waits for Ada &lt;Lovelace&gt;");
  });

  it("says that it is ready, and shows nothing once the board has decided", () => {
    expect(textOf(renderToStaticMarkup(<ReadinessBlock readiness={ready} />))).toBe(ready.sentence);
    expect(ready.sentence).toMatch(/^Ready for the board\./);
    expect(renderToStaticMarkup(<ReadinessBlock readiness={null} full />)).toBe("");
  });
});

const ada = { handle: "ada", name: "Ada" };
const bea = { handle: "bea", name: "Bea" };
const cy = { handle: "cy", name: "Cy" };

describe("names in a sentence", () => {
  it.each([
    [[], "nobody"],
    [[ada], "Ada"],
    [[ada, bea], "Ada and Bea"],
    [[ada, bea, cy], "Ada, Bea and Cy"],
  ])("%j read %s", (people, words) => {
    expect(textOf(renderToStaticMarkup(<PeopleLinks people={people} none="nobody" />))).toBe(words);
  });
});

const sig: SigLine = {
  handle: "sig-cloud",
  name: "Cloud SIG",
  chairs: [ada],
  members: 3,
  sponsor: null,
  openProposals: 1,
  workloads: 0,
};

describe("a SIG in a list", () => {
  it("says who leads it, how many they are and what is under way", () => {
    const html = renderToStaticMarkup(<SigList sigs={[sig]} />);
    expect(html).toContain('href="/sigs/sig-cloud"');
    expect(textOf(html)).toContain("Chair: Ada. Sponsoring director: none yet.");
    expect(textOf(html)).toContain("3 members · 1 open proposal");
    expect(textOf(html)).not.toContain("running");
  });

  it("has words for nothing and for one", () => {
    const none = { ...sig, chairs: [], members: 0, openProposals: 0, workloads: 1 };
    const html = textOf(renderToStaticMarkup(<SigList sigs={[none]} />));
    expect(html).toContain("Chair: nobody at the moment.");
    expect(html).toContain("no members · no open proposals · 1 workload running");
  });
});

describe("what a SIG owes", () => {
  const duties: Pick<SigShown, "questions" | "questionCount" | "asks" | "askCount"> = {
    questions: [{ number: 2, text: "Who pays?", proposal: { number: 63, title: "A region" } }],
    questionCount: 12,
    asks: [],
    askCount: 0,
  };

  it("leads to each question, says how many more there are, and has words for nothing", () => {
    // The rest of a SIG does not matter here.
    const html = renderToStaticMarkup(<SigDuties sig={duties as SigShown} />);
    expect(html).toContain('href="/proposals/63/questions#question-2"');
    expect(html).toContain("and 11 more");
    expect(html).toContain("It owns no ask that is under way.");
  });
});

const workload: WorkloadShown = {
  id: 7,
  name: "Notebooks",
  url: "https://notebooks.example.org",
  note: "<b>For students</b>",
  status: "running",
  version: 1,
  region: { key: "stream", name: "Stream" },
  tenant: { name: "Cloud SIG", sig: "sig-cloud" },
  needs: "",
  goesTo: "",
  steps: [],
  contacts: [{ id: 1, name: "Sam", reach: null, confirmedAt: "2026-01-01T00:00:00Z", isStale: true }],
  moves: [],
  mayEdit: false,
  mayTick: false,
};

describe("a workload in a list", () => {
  it("says how it stands in a word, and leads to the SIG from the region and to the region from the SIG", () => {
    const onRegion = renderToStaticMarkup(<WorkloadLines workloads={[workload]} of="region" />);
    expect(onRegion).toContain("Running");
    expect(onRegion).toContain('href="/sigs/sig-cloud#workload-7"');
    expect(onRegion).toContain("&lt;b&gt;For students&lt;/b&gt;");
    expect(onRegion).toContain("please confirm");
    const onSig = renderToStaticMarkup(<WorkloadLines workloads={[workload]} of="sig" />);
    expect(onSig).toContain('href="/region/stream/workloads#workload-7"');
    expect(onSig).toContain('rel="noreferrer nofollow ugc"');
  });
});
