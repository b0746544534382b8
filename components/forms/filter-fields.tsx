// Fields of plain GET forms: what they choose stands in the address, so none of them knows errors or drafts.

interface PickProps {
  name: string;
  value: string;
  label: string;
  checked: boolean | undefined;
}

/** A box to tick in the filter of a list. */
export function Pick({ name, value, label, checked = false }: PickProps) {
  const id = `list-${name}-${value}`;
  return (
    <div className="choice">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

interface WordsProps {
  name: string;
  label: string;
  value: string | undefined;
  type?: "text" | "search";
  hint?: string;
}

/** A field for words in the filter of a list. */
export function Words({ name, label, value, type = "text", hint }: WordsProps) {
  const id = `list-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        className="input"
        dir="auto"
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        maxLength={200}
        aria-describedby={hint && `${id}-hint`}
      />
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
  /** Offers not to choose. */
  all?: boolean;
}

/** One of several, or any, in the filter of a list. */
export function Choice({ name, label, chosen, options, all = true }: ChoiceProps) {
  const id = `list-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={chosen ?? ""}>
        {all && <option value="">Any</option>}
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
