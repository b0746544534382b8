import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { Priority, Size } from "@/lib/tickets/policy";
import { priorityLabels, sizeLabels } from "@/lib/tickets/ui-text";

export interface SavedRank {
  priority?: Priority;
  size?: Size | null;
  labels?: readonly string[];
}

/** How soon, how much, and under which labels it is found. */
export function RankFields({ saved }: { saved: SavedRank }) {
  return (
    <>
      <div className="pair">
        <SelectField
          name="priority"
          label="Priority"
          defaultValue={saved.priority ?? "normal"}
          options={Object.entries(priorityLabels).map(([value, label]) => ({ value, label }))}
          required
        />
        <SelectField
          name="size"
          label="Size"
          defaultValue={saved.size ?? ""}
          options={[
            { value: "", label: "Not known" },
            ...Object.entries(sizeLabels).map(([value, label]) => ({ value, label })),
          ]}
          required={false}
        />
      </div>
      <TextField
        name="labels"
        label="Labels"
        hint="Commas between them: el10, needs reboot."
        defaultValue={saved.labels?.join(", ") ?? ""}
        autoComplete="off"
        required={false}
        maxLength={1000}
      />
    </>
  );
}
