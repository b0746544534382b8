import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/components/forms/form-state";
import { MarkdownField } from "@/components/forms/markdown-field";

function shown(state?: FormState): string {
  return renderToStaticMarkup(
    <ActionForm action={async () => ({ status: "idle" })} submissionKey="key" state={state}>
      <MarkdownField name="text" label="Text" hint="Markdown." defaultValue="As it was" rows={3} />
    </ActionForm>,
  );
}

describe("a field for Markdown", () => {
  it("is a text area with its label and hint, whatever the toolbar is for", () => {
    const html = shown();
    const [, id] = /<label for="([^"]+)">Text<\/label>/.exec(html) ?? [];
    expect(html).toContain(`<textarea class="input" dir="auto" rows="3" id="${id}" name="text"`);
    expect(html).toContain(`aria-describedby="${id}-hint"`);
    expect(html).toContain(">As it was</textarea>");
  });

  it("has a toolbar with one stop of the Tab key, each button with a name", () => {
    const html = shown();
    expect(html).toMatch(/role="toolbar" [^>]*aria-label="Formatting"/);
    const buttons = html.match(/<button type="button"[^>]*>/g) ?? [];
    expect(buttons.map((tag) => /aria-label="(\w+)"/.exec(tag)?.[1])).toEqual([
      ...["Bold", "Italic", "Link", "Heading", "List", "Quote", "Code"],
    ]);
    expect(buttons.filter((tag) => tag.includes('tabindex="0"'))).toHaveLength(1);
  });

  it("keeps what was typed when its form is refused", () => {
    const html = shown({
      status: "refused",
      message: "Too long.",
      errors: [{ path: "text", message: "Shorten it." }],
      values: { text: "A <b>draft</b>" },
    });
    expect(html).toContain("A &lt;b&gt;draft&lt;/b&gt;</textarea>");
    expect(html).toContain('aria-invalid="true"');
  });
});
