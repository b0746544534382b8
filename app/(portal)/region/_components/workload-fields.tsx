import { TextArea, TextField } from "@/components/forms/text-field";
import type { WorkloadShown } from "@/lib/region/workload-queries";

/** What is said of a workload, new or known. */
export function WorkloadFields({ workload }: { workload?: WorkloadShown }) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={workload?.name} required maxLength={120} />
      <TextField
        name="url"
        label="Address"
        hint="Where people find it, such as https://notebooks.example.org."
        inputMode="url"
        defaultValue={workload?.url ?? ""}
        required={false}
      />
      <TextArea
        name="note"
        label="Note"
        hint="For whom it is."
        defaultValue={workload?.note}
        rows={2}
        required={false}
        maxLength={2000}
      />
      <TextArea
        name="needs"
        label="What it needs"
        hint="Of the region: compute, storage, sign-in, names."
        defaultValue={workload?.needs}
        rows={2}
        required={false}
        maxLength={2000}
      />
      <TextArea
        name="goesTo"
        label="Where it goes"
        hint="If it leaves, or the region ends."
        defaultValue={workload?.goesTo}
        rows={2}
        required={false}
        maxLength={2000}
      />
    </>
  );
}
