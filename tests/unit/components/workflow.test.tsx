import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { stages } from "@/components/ui/badge";
import { JourneyRail, type JourneyStep } from "@/components/workflow/journey-rail";
import { MoveButtons } from "@/components/workflow/move-buttons";
import { StatusBadge } from "@/components/workflow/status-badge";
import { Timeline, type TimelineEntry } from "@/components/workflow/timeline";

const steps: JourneyStep[] = [
  { key: "draft", label: "Draft", state: "done", at: "2021-09-01T10:00:00Z", by: "Anita", needs: "a title" },
  { key: "discussion", label: "Discussion", state: "current", needs: "Needs: an answer to question 2." },
  { key: "scheduled", label: "Scheduled", state: "skipped" },
  { key: "closed", label: "Closed", state: "ahead", needs: "a decision" },
];

describe("the journey rail", () => {
  const html = renderToStaticMarkup(<JourneyRail label="Journey" steps={steps} />);

  it("says at the present step what it needs, and at no other", () => {
    expect(html).toMatch(/<li class="current" aria-current="step">.*Needs: an answer to question 2\./);
    expect(html).not.toContain("a title");
    expect(html).not.toContain("a decision");
  });

  it("says the place in words", () => {
    expect(html).toContain("Step 2 of 4");
  });

  it("says the state of each step in words, not by its colour alone", () => {
    for (const words of ["Done: ", "Now: ", "Skipped: ", "Ahead: "]) expect(html).toContain(words);
  });
});

describe("a status badge", () => {
  it.each(stages)("of the stage %s says its status in words", (stage) => {
    const html = renderToStaticMarkup(<StatusBadge status="x" label="Under review" stage={stage} />);
    expect(html).toContain("Under review");
  });

  it("has a shape that no other stage has, so that its colour is never alone", () => {
    const css = readFileSync("app/styles/marks.css", "utf8");
    const shapes = stages.map((stage) => css.match(new RegExp(`\\.s-${stage}::before \\{([^}]+)\\}`))?.[1]);
    expect(shapes).not.toContain(undefined);
    expect(new Set(shapes).size).toBe(stages.length);
  });
});

describe("the moves of a reader", () => {
  const html = renderToStaticMarkup(
    <MoveButtons
      action={async (state) => state}
      submissionKey="k"
      hidden={{ number: 63 }}
      moves={[
        { name: "publish", label: "Publish" },
        { name: "confirm", label: "Confirm the split", refusal: "5 of 9 are placed." },
      ]}
    />,
  );

  it("offer what can be done as a button that sends the move's name", () => {
    expect(html).toMatch(/<button type="submit"[^>]* value="publish" name="move">Publish<\/button>/);
  });

  it("say why not, instead of showing a dead button", () => {
    expect(html).not.toContain('value="confirm"');
    expect(html).toContain("5 of 9 are placed.");
  });
});

describe("the timeline", () => {
  const comment: TimelineEntry = {
    kind: "comment",
    id: 1,
    anchor: "comment-1",
    author: { handle: "anita", name: "Anita" },
    at: "2021-09-01T10:00:00Z",
    html: "<p>Who, and how?</p>",
    question: { number: 2, state: "open", stateLabel: "Open", owes: "Sam owes the answer", href: "#q2" },
  };

  it("says of a question how it stands and who owes the answer", () => {
    const html = renderToStaticMarkup(<Timeline entries={[comment]} />);
    expect(html).toMatch(/Question 2<\/a> <b>Open<\/b> Sam owes the answer/);
  });

  it("gives each comment an address of its own and a time with its zone", () => {
    const html = renderToStaticMarkup(<Timeline entries={[comment]} />);
    expect(html).toContain('<li id="comment-1"');
    expect(html).toContain('<time dateTime="2021-09-01T10:00:00.000Z">1 Sep 2021, 10:00 UTC</time>');
  });

  it("shows names and sentences as text, whatever is in them", () => {
    const evil = `<img src=x onerror="alert('1')">`;
    const event: TimelineEntry = { kind: "event", id: 2, at: comment.at, sentence: evil, why: evil };
    const author = { handle: `"><script>`, name: evil };
    const question = { number: evil, state: `"><b`, stateLabel: evil, owes: evil, href: `"><script>` };
    const links = [{ href: `"><script>`, label: evil }];
    const hostile = { ...comment, anchor: `"><script>`, author, question, links };
    const html = renderToStaticMarkup(<Timeline entries={[hostile, event]} />);
    expect(html).not.toMatch(/<img|<script|"><b/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#x27;1&#x27;)&quot;&gt;");
  });

  it("spends less than 600 bytes around a comment's own words", () => {
    const one = renderToStaticMarkup(<Timeline entries={[comment]} />).length;
    const two = renderToStaticMarkup(<Timeline entries={[comment, { ...comment, id: 2 }]} />).length;
    expect(two - one - comment.html.length).toBeLessThan(600);
  });
});
