import { CheckField, RadioGroup } from "@/components/forms/check-field";
import { Fieldset } from "@/components/forms/fieldset";
import { TextArea, TextField } from "@/components/forms/text-field";
import type { IncidentShown } from "@/lib/region/incident-queries";
import { severityHints, severityLabels } from "@/lib/region/incident-ui-text";

interface Props {
  /** What is said of it now; absent for a new one. */
  saved?: IncidentShown;
  capabilities: readonly { key: string; name: string }[];
}

const severities = Object.entries(severityLabels).map(([value, label]) => ({
  value,
  label: `${label}: ${severityHints[value as keyof typeof severityLabels]}`, // entries forget the key's type
}));

/** What an incident is; the same for a new one and for one of which more is known. */
export function IncidentFields({ saved, capabilities }: Props) {
  const hit = new Set(saved?.affected.map(({ key }) => key));
  return (
    <>
      <TextField name="title" label="What is wrong" defaultValue={saved?.title} required maxLength={160} />
      <RadioGroup
        name="severity"
        legend="How bad it is"
        options={severities}
        defaultValue={saved?.severity}
        required
      />
      <Fieldset legend="What it affects" hint="These are regressed until the incident is resolved.">
        <div className="choices">
          {capabilities.map(({ key, name }) => (
            <CheckField key={key} name={`affected.${key}`} label={name} defaultChecked={hit.has(key)} />
          ))}
        </div>
      </Fieldset>
      <TextArea
        name="summary"
        label="What is known"
        rows={3}
        defaultValue={saved?.summary}
        required={false}
      />
      <TextField
        name="lead"
        label="Who leads"
        hint="A handle, such as @wren: who decides what is done."
        defaultValue={saved?.lead ? `@${saved.lead.handle}` : undefined}
        required={false}
      />
      <TextField
        name="comms"
        label="Who speaks"
        hint="Who tells others how it goes."
        defaultValue={saved?.comms ? `@${saved.comms.handle}` : undefined}
        required={false}
      />
    </>
  );
}
