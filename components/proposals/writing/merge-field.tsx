import { RadioGroup } from "@/components/forms/check-field";
import { Fieldset, HiddenField } from "@/components/forms/fieldset";
import { MarkdownField } from "@/components/forms/markdown-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { fieldTitle, isChoice, isLine, valueTitle } from "@/lib/proposals/form-values";
import type { BothChanged } from "@/lib/proposals/merge";
import { diffText, type Effort } from "@/lib/proposals/text-diff";

interface Props {
  field: BothChanged;
  /** Shared by all the fields of the page. */
  effort: Effort;
}

/** A field that two people changed: both texts, each with its changes marked, and what becomes of them. */
export function MergeField({ field, effort }: Props) {
  const { name, base, theirs, mine, merged, conflicts } = field;
  const pick = isChoice(name);
  const options = [
    ...(pick ? [] : [{ value: "merged", label: "Both together, as below" }]),
    { value: "theirs", label: "As it was saved meanwhile" },
    { value: "mine", label: "As you wrote it" },
  ];
  return (
    <Fieldset legend={fieldTitle(name)}>
      <div className="merge-sides">
        <Side title="Saved meanwhile" name={name} base={base} text={theirs} effort={effort} />
        <Side title="What you wrote" name={name} base={base} text={mine} effort={effort} />
      </div>
      <HiddenField name={`theirs.${name}`} value={theirs} />
      <HiddenField name={`mine.${name}`} value={mine} />
      <RadioGroup
        name={`choose.${name}`}
        legend="What it should say"
        options={options}
        defaultValue={pick ? "theirs" : "merged"}
      />
      {pick ? (
        <HiddenField name={name} value={merged} />
      ) : (
        <Together name={name} merged={merged} conflicts={conflicts} />
      )}
    </Fieldset>
  );
}

interface SideProps {
  title: string;
  name: string;
  base: string;
  text: string;
  effort: Effort;
}

function Side({ title, name, base, text, effort }: SideProps) {
  return (
    <div className="merge-side">
      <h2>{title}</h2>
      <div className="merge-text" dir="auto">
        {isChoice(name) ? (
          valueTitle(name, text) || "Nothing"
        ) : text ? (
          <Marked base={base} text={text} effort={effort} />
        ) : (
          "Nothing: it was taken out."
        )}
      </div>
    </div>
  );
}

/** The text with what it adds to the one before, and what it takes away from it. */
function Marked({ base, text, effort }: { base: string; text: string; effort: Effort }) {
  let place = 0;
  return diffText(base, text, effort).map(({ kind, text: part }) => {
    place += 1;
    if (kind === "added") return <ins key={place}>{part}</ins>;
    return kind === "removed" ? <del key={place}>{part}</del> : <span key={place}>{part}</span>;
  });
}

function Together({ name, merged, conflicts }: { name: string; merged: string; conflicts: number }) {
  const hint =
    conflicts > 0
      ? "You changed the same words: both texts stand here one after the other, theirs first. Make one of them."
      : "Both changes are in it. Read it once more.";
  if (isLine(name)) return <TextField name={name} label="Both together" hint={hint} defaultValue={merged} />;
  const rows = Math.min(16, Math.max(3, Math.ceil(merged.length / 70)));
  const Field = name.startsWith("sections.") ? MarkdownField : TextArea;
  return <Field name={name} label="Both together" hint={hint} rows={rows} defaultValue={merged} />;
}
