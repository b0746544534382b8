import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import type { TicketShown } from "@/lib/tickets/queries";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import type { Details, FieldDescriptor } from "@/lib/tickets/request-types/define-request-type";
import { reviewDetails } from "@/lib/tickets/request-types/review-details";

/** The typed details of an infra request, in the order of its form, and what shows that it was fulfilled. */
export function TicketDetails({ ticket }: { ticket: TicketShown }) {
  const type = findRequestType(ticket.requestType);
  if (!type) return null;
  const given = type.fields.filter(({ name }) => ticket.details?.[name] !== undefined);
  return (
    <>
      <Section title={type.label}>
        {ticket.status === "draft" && <ToMend ticket={ticket} />}
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

/** What stands between a draft and its filing, where its type has changed since it was written. */
function ToMend({ ticket: { number, requestType, details } }: { ticket: TicketShown }) {
  const { errors, left } = reviewDetails(requestType, details as Details | null); // written by parseDetails only
  if (errors.length === 0 && left.length === 0) return null;
  return (
    <Note tone="warn" title="This type has changed since the draft was written">
      <ul>
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
        {left.map(({ name, text }) => (
          <li key={name}>{`Not asked for any more: ${name}, “${text}”.`}</li>
        ))}
      </ul>
      <p>
        <a href={`/tickets/${number}/edit`}>Look at its details again</a>; then it can be filed.
      </p>
    </Note>
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
