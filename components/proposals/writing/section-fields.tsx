import { Fragment } from "react";
import { Fieldset } from "@/components/forms/fieldset";
import { MarkdownField } from "@/components/forms/markdown-field";
import type { FormValues } from "@/lib/proposals/form-values";
import { sectionTemplate, sectionTitle } from "@/lib/proposals/ui-text";
import { sectionHelp } from "@/lib/proposals/writing-ui-text";
import { FieldHelp } from "./field-help";

/** The template's sections, and an imported thread's own text where there is one. */
export function SectionFields({ values }: { values: FormValues }) {
  const body = values["sections.body"];
  return (
    <Fieldset legend="Sections" hint="Markdown. Leave out what you have nothing to say about yet.">
      {body && (
        <MarkdownField name="sections.body" label={sectionTitle("body")} rows={12} defaultValue={body} />
      )}
      {sectionTemplate.map(({ key, title, hint }) => (
        <Fragment key={key}>
          <span id={`section-${key}`} />
          <MarkdownField
            name={`sections.${key}`}
            label={title}
            hint={hint}
            rows={(values[`sections.${key}`]?.length ?? 0) > 300 ? 8 : 4}
            defaultValue={values[`sections.${key}`]}
          />
          <FieldHelp of={title} help={sectionHelp[key]} />
        </Fragment>
      ))}
    </Fieldset>
  );
}
