import { SelectField } from "@/components/forms/select-field";
import { TextArea } from "@/components/forms/text-field";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Section } from "@/components/ui/section";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import { proposeRoute, type Route } from "@/lib/tickets/router";
import { kindLabels, type RoutedKind, type RoutingRule } from "@/lib/tickets/routing-rule";
import { destinationLabels } from "@/lib/tickets/ui-text";

interface Props {
  rules: readonly RoutingRule[];
  tried: { kind: RoutedKind; text: string };
}

/** Says of a text which rule would decide. A form by GET: nothing is saved, and the answer has an address. */
export function TryRules({ rules, tried: { kind, text } }: Props) {
  return (
    <Section title="Try it" id="try">
      <form action="/admin/routing#try" method="get" className="form" aria-label="Try the rules">
        <SelectField
          name="kind"
          label="What it is"
          defaultValue={kind}
          options={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          name="text"
          label="Its text"
          hint="Such as: Six bare-metal hosts with CentOS Stream 9."
          defaultValue={text}
          rows={2}
        />
        <div className="actions">
          <Button type="submit">Try</Button>
        </div>
      </form>
      {text.trim() !== "" && <Note tone="info">{answer(proposeRoute({ kind, text }, rules))}</Note>}
    </Section>
  );
}

function answer({ destination, requestType, place, reason }: Route): string {
  const type = findRequestType(requestType)?.label;
  const where = `${destinationLabels[destination]}${type ? `, as “${type}”` : ""}`;
  return `This would go to: ${where}, by ${place === 0 ? "no rule" : `rule ${place}`}. ${reason}`;
}
