import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { hostColumns } from "@/lib/region/host-list";
import type { HostShown } from "@/lib/region/host-queries";
import { importHostsAction, retireHostAction } from "../../../host-actions";

interface Props {
  region: string;
  kept: string | string[] | undefined;
}

const example = `${hostColumns.join(",")}
node1.example.org,rdu,32,256,2 × 960 GB NVMe,2 × 25 GbE,bmc1.example.org`;

export async function ImportHosts({ region, kept }: Props) {
  return (
    <ActionForm
      action={importHostsAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "import-hosts")}
      submitLabel="Import the inventory"
      label="Import an inventory"
    >
      <HiddenField name="region" value={region} />
      <TextField
        name="ticket"
        label="The request that brought them"
        hint="A ticket such as T-12."
        required={false}
        maxLength={20}
      />
      <TextField
        name="file"
        label="A file"
        hint="CSV or JSON; it takes the place of what stands below."
        type="file"
        accept=".csv,.json,text/csv,application/json,text/plain"
        required={false}
      />
      <TextArea
        name="list"
        label="Or the inventory itself"
        hint={`CSV with a head line (commas, semicolons or tabs), or a JSON array with the same names: ${hostColumns.join(", ")}. Hosts that are known get what the list says of them; on any mistake nothing is imported.`}
        placeholder={example}
        rows={8}
        spellCheck={false}
        dir="ltr"
        required={false}
      />
    </ActionForm>
  );
}

export async function RetireHost({ region, hosts, kept }: Props & { hosts: readonly HostShown[] }) {
  return (
    <ActionForm
      folded="Say that a machine is gone"
      action={retireHostAction}
      submissionKey={newSubmissionKey()}
      state={await stateFromKept(kept, "retire-host")}
      submitLabel="It is gone"
      label="Say that a machine is gone"
    >
      <HiddenField name="region" value={region} />
      <SelectField
        name="host"
        label="Which"
        options={hosts.map(({ id, version, name, site }) => ({
          value: `${id}.${version}`,
          label: `${name} (${site})`,
        }))}
      />
      <TextField name="reason" label="What became of it" required maxLength={2000} />
    </ActionForm>
  );
}
