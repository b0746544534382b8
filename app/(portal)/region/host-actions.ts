"use server";
import type { FormState } from "@/components/forms/form-state";
import { runForm } from "@/lib/form-action";
import { importHosts } from "@/lib/region/commands/import-hosts";
import { retireHost } from "@/lib/region/commands/retire-host";
import { importHostsInput, retireHostInput } from "@/lib/region/host-schema";

export async function importHostsAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pathOf(data);
  return runForm({
    form: "import-hosts",
    data: await withFile(data),
    schema: importHostsInput,
    command: importHosts,
    next: ({ added, changed }) => `${path}?added=${added}&changed=${changed}`,
    path,
  });
}

export async function retireHostAction(_previous: FormState, data: FormData): Promise<FormState> {
  const path = pathOf(data);
  return runForm({
    form: "retire-host",
    data,
    schema: retireHostInput,
    read: ({ host = "", ...rest }) => {
      const [hostId, version] = host.split(".");
      return { ...rest, hostId, version };
    },
    fieldOf: (field) => (field === "hostId" || field === "version" ? "host" : field),
    command: retireHost,
    next: () => path,
    path,
  });
}

/** A file that was chosen stands for the text of the list, so that a mistake in it can be mended on the page. */
async function withFile(data: FormData): Promise<FormData> {
  const file = data.get("file");
  if (file instanceof File && file.size > 0) data.set("list", await file.text());
  data.delete("file");
  return data;
}

function pathOf(data: FormData): string {
  return `/region/${encodeURIComponent(String(data.get("region") ?? ""))}/inventory`;
}
