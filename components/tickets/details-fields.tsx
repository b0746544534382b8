import { Fieldset } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import type { FieldDescriptor } from "@/lib/tickets/request-types/define-request-type";

export interface RequestTypeShown {
  key: string;
  label: string;
  summary: string;
  whyWeAsk: string;
  boardGated: boolean;
  fields: readonly FieldDescriptor[];
}

/** The fields of a request type, made from its own description: `details.projectName`. */
export function DetailsFields({
  type,
  saved = {},
}: {
  type: RequestTypeShown;
  saved?: Record<string, string>;
}) {
  return (
    <Fieldset legend={type.label} hint={`${type.summary} ${type.whyWeAsk}`}>
      {type.boardGated && (
        <p className="hint">It can be filed once the board has approved it and the minutes are published.</p>
      )}
      {type.fields.map((field) => (
        <DetailField key={field.name} field={field} saved={saved[field.name]} />
      ))}
    </Fieldset>
  );
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
