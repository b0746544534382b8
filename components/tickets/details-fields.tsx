import { Fieldset } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import type { FieldDescriptor } from "@/lib/tickets/request-types/define-request-type";
import type { PageCheck } from "@/lib/tickets/request-types/page-check";
import { CheckedFields } from "./checked-fields";

export interface RequestTypeShown {
  key: string;
  label: string;
  summary: string;
  whyWeAsk: string;
  boardGated: boolean;
  fields: readonly FieldDescriptor[];
  pageChecks: Readonly<Record<string, PageCheck>>;
}

export interface DetailsFieldsProps {
  type: RequestTypeShown;
  /** What was saved before; without it the form begins with the usual values. */
  saved?: Record<string, string>;
}

/** The fields of a request type, made from its own description: `details.projectName`. */
export function DetailsFields({ type, saved }: DetailsFieldsProps) {
  return (
    <CheckedFields legend={type.label} checks={type.pageChecks}>
      <p className="hint">{`${type.summary} ${type.whyWeAsk}`}</p>
      <p className="hint">
        <a href={`/request-types/${type.key}`}>What we need from you and why</a>
        {type.boardGated && ". It can be filed once the board has approved it and the minutes are published."}
      </p>
      {groupsOf(type.fields).map(({ group, fields }) =>
        group ? (
          <Fieldset key={group} legend={group}>
            <Fields fields={fields} saved={saved} />
          </Fieldset>
        ) : (
          <Fields key="" fields={fields} saved={saved} />
        ),
      )}
    </CheckedFields>
  );
}

/** Fields that stand together under one name, in the order of the type. */
export function groupsOf(fields: readonly FieldDescriptor[]): { group: string; fields: FieldDescriptor[] }[] {
  const names = [...new Set(fields.map(({ group = "" }) => group))];
  return names.map((group) => ({ group, fields: fields.filter((field) => (field.group ?? "") === group) }));
}

function Fields({ fields, saved }: { fields: readonly FieldDescriptor[]; saved?: Record<string, string> }) {
  return fields.map((field) => (
    <DetailField key={field.name} field={field} saved={saved ? saved[field.name] : field.initial} />
  ));
}

function DetailField({ field, saved }: { field: FieldDescriptor; saved?: string }) {
  const common = {
    name: `details.${field.name}`,
    label: field.label,
    hint: `${field.hint} Such as: ${field.example}.`,
    required: !field.optional,
    defaultValue: saved,
  };
  if (field.control === "select") {
    return (
      <SelectField
        {...common}
        hint={field.hint}
        options={[{ value: "", label: "Choose" }, ...(field.options ?? [])]}
      />
    );
  }
  if (field.control === "textarea") return <TextArea {...common} rows={6} />;
  if (field.control === "list") return <TextArea {...common} rows={3} />;
  return <TextField {...common} inputMode={field.control === "number" ? "numeric" : undefined} />;
}
