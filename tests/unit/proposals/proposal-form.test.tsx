import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ProposalForm, type ProposalFormProps } from "@/components/proposals/proposal-form";
import { type FormValues, formValues } from "@/lib/proposals/form-values";
import { proposalInput, readProposalForm } from "@/lib/proposals/schema";
import { sectionTemplate } from "@/lib/proposals/ui-text";

function shown(given: Partial<ProposalFormProps> = {}): string {
  return renderToStaticMarkup(
    <ProposalForm
      action={async () => ({ status: "idle" })}
      submissionKey="key"
      state={{ status: "idle" }}
      sigs={[{ handle: "sig-cloud", name: "Cloud SIG" }]}
      owners={[{ value: "sig-leaders", label: "The SIG leaders (role)" }]}
      mayBeExecutive={false}
      person={1}
      values={{}}
      copy={{ id: "0123456789", copyVersion: 0 }}
      known={[]}
      {...given}
    />,
  );
}

const groups = (html: string) => [...html.matchAll(/<legend>(Ask \d+)<\/legend>/g)].map(([, name]) => name);
const saved = { number: 8, version: 3, published: true, base: { title: "Before" } };

describe("the form for a proposal", () => {
  it("asks what boards ask, and says of each section what a good one holds", () => {
    const html = shown();
    for (const { key, title, hint } of sectionTemplate) {
      expect(html).toContain(`name="sections.${key}"`);
      expect(html).toContain(title);
      expect(html).toContain(hint);
      expect(html).toContain(`What a good one holds<span class="sr-only">: ${title}</span>`);
    }
    expect(html).not.toContain('name="sections.body"');
  });

  it("keeps the text of a thread that came from a tracker in a field of its own", () => {
    expect(shown({ values: { "sections.body": "As it was" } })).toContain('name="sections.body"');
  });

  it("shows two rows for asks, one for each that is there, and the one just added", () => {
    expect(groups(shown())).toEqual(["Ask 1", "Ask 2"]);
    const values = { "asks.0.text": "One", "asks.1.text": "Two", "asks.2.text": "Three" };
    expect(groups(shown({ values, saved }))).toEqual(["Ask 1", "Ask 2", "Ask 3"]);
    expect(groups(shown({ values, saved, focusRow: 3 }))).toHaveLength(4);
  });

  it("folds the rest of an ask, and opens it where something stands in it or is wrong with it", () => {
    const open = /<details class="more" open="">/g;
    expect(shown().match(open)).toBeNull();
    expect(shown({ values: { "asks.0.size": "weeks" } }).match(open)).toHaveLength(1);
    const errors = [{ path: "asks.1.rationale", message: "Too long." }];
    expect(shown({ state: { status: "refused", errors, values: {} } }).match(open)).toHaveLength(1);
  });

  it("shows all 300 rows that somebody sent, with the refusal where its link leads", () => {
    const values = Object.fromEntries(
      Array.from({ length: 300 }, (_, row) => [`asks.${row}.text`, `Ask ${row}`]),
    );
    const errors = [{ path: "asks", message: "A proposal may have 100 asks; this has 300." }];
    const html = shown({ state: { status: "refused", message: "Too many.", errors, values } });
    expect(groups(html)).toHaveLength(300);
    const [, id] = /<a href="#([^"]+)">A proposal may have 100 asks/.exec(html) ?? ["", "no link"];
    expect(html).toContain(`<p class="err" id="${id}"`);
  });

  it("asks why it changes once readers have seen it, and only then", () => {
    expect(shown({ saved })).toContain('name="reason"');
    expect(shown({ saved: { ...saved, published: false } })).not.toContain('name="reason"');
  });

  it("saves when somebody presses Enter, whatever other buttons there are", () => {
    const [first] = shown().match(/<button type="submit"[^>]*>/g) ?? [];
    expect(first).not.toContain("name=");
  });

  it("carries what it was filled from; what came back after signing in is about the text as it was then", () => {
    const html = shown({ saved });
    expect(html).toContain('name="base" value="{&quot;title&quot;:&quot;Before&quot;}"');
    expect(html).toContain('name="version" value="3"');
    const kept = shown({ saved, state: { status: "refused", values: { version: "2", copy: "abcdefghij" } } });
    expect(kept).toContain('name="version" value="2"');
    expect(kept).toContain('name="copy" value="abcdefghij"');
  });

  it("lets people write from right to left in every field of text", () => {
    const fields = shown().match(/<(textarea|input)[^>]*name="(title|summary|sections|asks)[^>]*>/g) ?? [];
    expect(fields.length).toBeGreaterThan(10);
    for (const tag of fields) expect(tag).toContain('dir="auto"');
  });
});

describe("a proposal as its form shows it", () => {
  it("says the same again when it is read", () => {
    const values: FormValues = {
      title: "A region",
      sig: "sig-cloud",
      "sections.why": "Because.",
      "asks.0.kind": "inform",
      "asks.0.text": "Know it.",
      "asks.0.owner": "@ada",
      "asks.0.rationale": "So that nobody wonders.",
      "asks.0.size": "days",
      "asks.0.acceptanceTest": "It is known.",
    };
    const { asks, sections, ...read } = proposalInput.parse(readProposalForm(values));
    const ask = asks[0];
    const again = formValues({
      ...read,
      sig: { handle: read.sig },
      sections: Object.entries(sections).map(([key, markdown]) => ({ key, markdown: markdown ?? "" })),
      asks: ask ? [{ ...ask, owner: { kind: "person", handle: "ada" } }] : [],
    });
    expect(again).toEqual(values);
  });

  it("is read past 999 rows of asks", () => {
    const values = { title: "A region", "asks.1500.text": "Far down", "asks.1500.kind": "inform" };
    expect(readProposalForm(values).asks).toEqual([{ text: "Far down", kind: "inform" }]);
  });
});
