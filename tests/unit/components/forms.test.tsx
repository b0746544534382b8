import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActionForm } from "@/components/forms/action-form";
import { CheckField, RadioGroup } from "@/components/forms/check-field";
import type { FormState } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";

const refused: FormState = {
  status: "refused",
  message: "One field needs another look.",
  errors: [{ path: "title", message: "Write a title." }],
  values: { title: "Hi", text: "A <b>draft</b>", sig: "cloud", kind: "inform", agree: "on" },
};

function shown(children: ReactNode, state?: FormState): string {
  return renderToStaticMarkup(
    <ActionForm action={async () => refused} submissionKey="key-1" state={state} submitLabel="Send">
      {children}
    </ActionForm>,
  );
}

/** The one opening tag that carries `part`. */
function tagWith(html: string, part: string): string {
  const tag = html.match(/<[^>]+>/g)?.find((candidate) => candidate.includes(part));
  if (!tag) throw new Error(`no tag with ${part} in ${html}`);
  return tag;
}

function attribute(tag: string, name: string): string | undefined {
  return tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
}

describe("a form that was refused", () => {
  const html = shown(<TextField name="title" label="Title" hint="In one line." />, refused);
  const input = tagWith(html, 'name="title"');
  const id = attribute(input, "id");

  it("says so in an alert that links to the field", () => {
    expect(html).toContain('role="alert"');
    expect(html).toContain(`<a href="#${id}">Write a title.</a>`);
  });

  it("ties the hint and the error to the field, and marks it as wrong", () => {
    expect(attribute(input, "aria-invalid")).toBe("true");
    for (const described of attribute(input, "aria-describedby")?.split(" ") ?? ["none"]) {
      expect(html).toContain(`id="${described}"`);
    }
    expect(html).toMatch(new RegExp(`id="${id}-error"[^>]*>Write a title\\.`));
    expect(html).toMatch(new RegExp(`id="${id}-hint"[^>]*>In one line\\.`));
  });

  it("ties the label to the field", () => {
    expect(html).toMatch(new RegExp(`<label for="${id}">Title`));
  });

  it.each([
    ["a line", <TextField key="1" name="title" label="Title" />, 'value="Hi"'],
    ["a text", <TextArea key="2" name="text" label="Text" />, "A &lt;b&gt;draft&lt;/b&gt;</textarea>"],
    [
      "a choice from a list",
      <SelectField key="3" name="sig" label="SIG" options={[{ value: "cloud", label: "Cloud" }]} />,
      '<option value="cloud" selected="">',
    ],
    [
      "a choice among buttons",
      <RadioGroup
        key="4"
        name="kind"
        legend="Kind"
        defaultValue="other"
        options={[
          { value: "other", label: "Other" },
          { value: "inform", label: "Inform" },
        ]}
      />,
      'checked="" value="inform"',
    ],
    ["a tick", <CheckField key="5" name="agree" label="I agree" />, 'checked="" value="on"'],
  ])("keeps %s as it was sent", (_what, field, kept) => {
    expect(shown(field, refused)).toContain(kept);
  });

  it("does not tick again what was left empty", () => {
    expect(shown(<CheckField name="notify" label="Tell me" defaultChecked />, refused)).not.toContain(
      "checked",
    );
  });

  it("points at the whole group where a choice is missing", () => {
    const state: FormState = {
      status: "refused",
      errors: [{ path: "kind", message: "Choose one." }],
      values: {},
    };
    const radios = shown(
      <RadioGroup name="kind" legend="Kind" options={[{ value: "inform", label: "Inform" }]} />,
      state,
    );
    const first = attribute(tagWith(radios, 'type="radio"'), "id");
    expect(radios).toContain(`<a href="#${first}">Choose one.</a>`);
    expect(attribute(tagWith(radios, "<fieldset"), "aria-describedby")).toBe(`${first}-error`);
  });
});

describe("a form that was not sent yet", () => {
  it("carries the key that makes a double click harmless", () => {
    expect(shown(null)).toContain('<input type="hidden" name="submissionKey" value="key-1"/>');
  });

  it("alarms nobody, and shows the first values", () => {
    const html = shown(<TextField name="title" label="Title" defaultValue="Stream" />);
    expect(html).not.toContain("alert");
    expect(html).not.toContain("aria-invalid");
    expect(html).toContain('value="Stream"');
  });

  it("gives the fields of two forms on a page different ids", () => {
    const form = () => (
      <ActionForm action={async () => refused} submissionKey="k">
        <TextField name="title" label="Title" />
      </ActionForm>
    );
    const html = renderToStaticMarkup(
      <>
        {form()}
        {form()}
      </>,
    );
    const ids = [...html.matchAll(/<input[^>]*id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(2);
  });
});
