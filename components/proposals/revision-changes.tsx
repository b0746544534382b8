import { Section } from "@/components/ui/section";
import type { FieldChange, RevisionDiff, ThingChange } from "@/lib/proposals/revision-diff";
import { inlineDiffHtml, sideDiffHtml } from "./revision-diff-html";

export type DiffView = "inline" | "side";

interface Props {
  diff: RevisionDiff;
  view: DiffView;
  from: number;
  to: number;
}

const states = { added: "Added", removed: "Removed", changed: "Changed" } as const;

/** What changed between two revisions: each thing under its name, and what did not change in one sentence. */
export function RevisionChanges({ diff, ...how }: Props) {
  return (
    <>
      {diff.changes.map((change) => (
        <Section key={change.key} title={change.name} aside={states[change.state]}>
          {change.fields.map((field) => (
            <Field key={field.label ?? ""} change={change} field={field} {...how} />
          ))}
        </Section>
      ))}
      {diff.unchanged && <p className="dif-rest">{diff.unchanged}</p>}
    </>
  );
}

type FieldProps = Omit<Props, "diff"> & { change: ThingChange; field: FieldChange };

function Field({ change, field, view, from, to }: FieldProps) {
  const caption = [change.name, field.label].filter(Boolean).join(", ");
  const sides = { before: `Revision ${from}`, after: `Revision ${to}`, caption };
  const shown = view === "side" ? sideDiffHtml(field.parts, sides) : inlineDiffHtml(field.parts);
  const inside = { __html: shown.text };
  return (
    <>
      {field.label && <h3 className="dif-label">{field.label}</h3>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes whatever stands in it */}
      <div dangerouslySetInnerHTML={inside} />
    </>
  );
}
