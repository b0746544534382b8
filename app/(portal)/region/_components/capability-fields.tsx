import { CheckField } from "@/components/forms/check-field";
import { Fieldset } from "@/components/forms/fieldset";
import { TextArea, TextField } from "@/components/forms/text-field";
import type { ShapeChoice } from "@/lib/region/capability-queries";

interface Props {
  /** What it is now; absent for a new one. */
  saved?: ShapeChoice;
  /** What it may depend on. */
  others: readonly ShapeChoice[];
}

/** More of them are named rather than ticked. */
const mostTicked = 60;

/** What a capability is; the same for a new one and for one that changes. */
export function CapabilityFields({ saved, others }: Props) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={saved?.name} required maxLength={80} />
      <TextArea
        name="purpose"
        label="What it is for"
        rows={2}
        defaultValue={saved?.purpose}
        required={false}
      />
      <TextArea
        name="criteria"
        label="How it is accepted"
        hint="One criterion to a line, each a sentence that can be shown to be true. Evidence counts for a criterion by its words: change them, and it needs other evidence."
        rows={4}
        defaultValue={saved?.criteria.join("\n")}
        required={false}
      />
      <TextField
        name="weight"
        type="number"
        label="Weight"
        hint="From 0 to 100, beside the weights of the others; 0 counts nothing."
        min={0}
        max={100}
        defaultValue={saved?.weight ?? 1}
        required
      />
      <CheckField name="required" label="Required for production" defaultChecked={saved?.required ?? true} />
      <Needs saved={saved} others={others} />
    </>
  );
}

function Needs({ saved, others }: Props) {
  if (others.length > mostTicked) {
    return (
      <TextArea
        name="dependsOn"
        label="What has to be built before"
        hint="The keys of capabilities, as in their addresses, with spaces or commas between them."
        rows={3}
        defaultValue={saved?.dependsOn.join(", ")}
        required={false}
      />
    );
  }
  return (
    <Fieldset legend="What has to be built before">
      <div className="choices">
        {others.map(({ key, name }) => (
          <CheckField
            key={key}
            name={`dependsOn.${key}`}
            label={name}
            defaultChecked={saved?.dependsOn.includes(key)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
