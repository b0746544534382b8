import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import type { TicketShown } from "@/lib/tickets/queries";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import type { FieldDescriptor } from "@/lib/tickets/request-types/define-request-type";

/** The typed details of an infra request, in the order of its form, and what shows that it was fulfilled. */
export function TicketDetails({ ticket }: { ticket: TicketShown }) {
  const type = findRequestType(ticket.requestType);
  if (!type) return null;
  const given = type.fields.filter(({ name }) => ticket.details?.[name] !== undefined);
  return (
    <>
      <Section title={type.label}>
        <Facts
          items={given.map((field) => ({
            term: field.label,
            detail: <Detail field={field} value={ticket.details?.[field.name]} />,
          }))}
        />
      </Section>
      <Section title="Done when">
        <ul className="prose">
          {type.checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Detail({ field, value }: { field: FieldDescriptor; value: unknown }) {
  const option = field.options?.find((each) => each.value === value);
  const text = option?.label ?? (Array.isArray(value) ? value.join(", ") : String(value));
  return (
    <span dir="auto" className="whitespace-pre-line">
      {text}
    </span>
  );
}
