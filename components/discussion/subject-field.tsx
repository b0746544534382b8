import { HiddenField } from "@/components/forms/fieldset";
import type { DiscussedNumber } from "@/lib/discussion/facts";

/** Says to a form what it is about: the number of a proposal, or of a ticket. */
export function SubjectField({ on }: { on: DiscussedNumber }) {
  return on.proposal === undefined ? (
    <HiddenField name="ticket" value={on.ticket ?? 0} />
  ) : (
    <HiddenField name="proposal" value={on.proposal} />
  );
}
