import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/discussion/markdown";
import {
  keyOfAddress,
  keyOfProposal,
  keyOfQuestion,
  keyOfSource,
  keyOfTicket,
  type ReferenceTitle,
  wantedIn,
  wantsNothing,
  withTitles,
} from "@/lib/discussion/reference-titles";
import { dangersIn } from "./tags-in";

const region: ReferenceTitle = { title: "A region <b>", state: "Delivering", href: "/proposals/63" };
const titles = new Map<string, ReferenceTitle>([
  [keyOfProposal(63), region],
  [keyOfSource("centos/board#63"), region],
  [keyOfAddress("https://pagure.io/centos/board/issue/63"), region],
  [keyOfQuestion(63, 2), { title: "Who pays?", state: "Open" }],
  [keyOfTicket(12), { title: "Three hosts", state: "Filed" }],
  [keyOfAddress("https://pagure.io/centos-infra/issue/5"), { title: "T-12 Three hosts", state: "Filed" }],
]);
const told = (source: string) => withTitles(renderMarkdown(source), titles);

describe("beside a reference stand its title and its state, in words", () => {
  it("of a proposal, safe for a page", () => {
    expect(told("see #63!")).toBe(
      '<p>see <a class="ref" href="/proposals/63">#63 <bdi>A region &lt;b&gt;</bdi> (Delivering)</a>!</p>',
    );
  });

  it("of a question, a ticket, an imported thread and an issue that mirrors a ticket", () => {
    expect(told("#63/q2")).toContain("#63/q2 <bdi>Who pays?</bdi> (Open)</a>");
    expect(told("T-12")).toContain("T-12 <bdi>Three hosts</bdi> (Filed)</a>");
    expect(told("centos/board#63")).toContain('<a class="ref" href="/proposals/63">centos/board#63 <bdi>');
    expect(told("https://pagure.io/centos-infra/issue/5")).toContain(
      "centos-infra#5 <bdi>T-12 Three hosts</bdi> (Filed)</a>",
    );
    expect(told("https://pagure.io/centos/board/issue/63")).toContain("centos/board#63 <bdi>A region");
  });

  it("once in a text: what is said again stays short", () => {
    expect(told("#63 and #63").match(/A region/g)).toHaveLength(1);
  });

  it("in texts of the first days too, whose addresses stood there in full", () => {
    const old =
      '<p><a href="https://pagure.io/centos-infra/issue/5" rel="nofollow noopener ugc">https://pagure.io/centos-infra/issue/5</a></p>';
    expect(withTitles(old, titles)).toContain(">centos-infra#5 <bdi>T-12 Three hosts</bdi>");
    expect(withTitles(old, new Map())).toContain(">centos-infra#5</a>");
  });
});

describe("what nobody may see, and what is not there,", () => {
  it("reads the same: as it was typed", () => {
    for (const source of ["#404", "#404/q1", "T-404", "centos/board#404", "meeting#2026-12-09"]) {
      expect(told(source)).toBe(renderMarkdown(source));
    }
  });

  it("is looked up together, each once, at most 200 of a page", () => {
    expect(wantedIn([renderMarkdown("#63 T-12 #63"), renderMarkdown("#63/q2 a/b#1")])).toEqual({
      proposals: [63],
      questions: [{ proposal: 63, number: 2 }],
      tickets: [12],
      meetings: [],
      sources: ["a/b#1"],
      addresses: [],
    });
    const many = Array.from({ length: 300 }, (_, place) => `#${place + 1}`).join(" ");
    expect(wantedIn([renderMarkdown(many)]).proposals).toHaveLength(200);
    expect(wantsNothing(wantedIn([renderMarkdown("Nothing, [here](/proposals/63).")]))).toBe(true);
  });
});

it("a title made of anything leaves the page harmless", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), (title) => {
      const html = withTitles(renderMarkdown("#63"), new Map([[keyOfProposal(63), { title, state: title }]]));
      const dangers = dangersIn(html.replaceAll("<bdi>", "").replaceAll("</bdi>", ""));
      expect(dangers).toEqual([]);
    }),
  );
});
