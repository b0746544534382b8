import { groupsOf } from "@/components/tickets/details-fields";
import type { FieldDescriptor, RequestType } from "@/lib/tickets/request-types/define-request-type";

/** Every detail that the request asks for, with what it may be and an example. */
export function NeededFields({ type }: { type: RequestType }) {
  return groupsOf(type.fields).map(({ group, fields }) => (
    <div key={group} className="needed">
      {group && <h3>{group}</h3>}
      <dl>
        {fields.map((field) => (
          <NeededField key={field.name} field={field} />
        ))}
      </dl>
    </div>
  ));
}

function NeededField({ field }: { field: FieldDescriptor }) {
  const example = field.options?.find(({ value }) => value === field.example)?.label ?? field.example;
  return (
    <div>
      <dt>
        {field.label}
        {field.optional && <span className="opt"> (optional)</span>}
      </dt>
      <dd>
        <p>{field.hint}</p>
        {field.options && <p className="hint">{field.options.map(({ label }) => label).join(" · ")}</p>}
        <p>
          Such as <code>{example}</code>
        </p>
      </dd>
    </div>
  );
}
