import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { newSubmissionKey } from "@/lib/form-action";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import type { KeptRule } from "@/lib/tickets/routing-queries";
import { debtorLabels, kindLabels, routedSizeLabels } from "@/lib/tickets/routing-rule";
import { destinationLabels } from "@/lib/tickets/ui-text";
import { moveRuleAction, switchRuleAction } from "../actions";

/** One rule: when, where to, why, and what can be done with it. */
export function RuleLine({ rule, place, last }: { rule: KeptRule; place: number; last: boolean }) {
  const type = findRequestType(rule.requestType)?.label;
  return (
    <li id={rule.key}>
      <p className="line-title">
        <span className="no">{place}</span> {destinationLabels[rule.destination]}
        {type && `: ${type}`}
      </p>
      {rule.enabled ? null : <Badge stage="stopped">Switched off</Badge>}
      <p>{rule.reason}</p>
      <p className="line-facts">{whenOf(rule)}</p>
      <div className="line-forms rule-forms">
        <LinkButton size="small" href={`/admin/routing/${rule.key}`} aria-label={`Change rule ${place}`}>
          Change
        </LinkButton>
        {place > 1 && <Step rule={rule} direction="up" label={`Move rule ${place} up`} />}
        {!last && <Step rule={rule} direction="down" label={`Move rule ${place} down`} />}
        <Switch rule={rule} place={place} />
      </div>
    </li>
  );
}

function Step({ rule, direction, label }: { rule: KeptRule; direction: "up" | "down"; label: string }) {
  return (
    <ActionForm
      action={moveRuleAction}
      submissionKey={newSubmissionKey()}
      className="one-button"
      label={label}
    >
      <HiddenField name="key" value={rule.key} />
      <HiddenField name="version" value={rule.version} />
      <HiddenField name="direction" value={direction} />
      <SubmitButton size="small" variant="quiet">
        {direction === "up" ? "Up" : "Down"}
        <span className="sr-only">: {label}</span>
      </SubmitButton>
    </ActionForm>
  );
}

function Switch({ rule, place }: { rule: KeptRule; place: number }) {
  const label = `Switch rule ${place} ${rule.enabled ? "off" : "on"}`;
  return (
    <ActionForm
      action={switchRuleAction}
      submissionKey={newSubmissionKey()}
      className="one-button"
      label={label}
    >
      <HiddenField name="key" value={rule.key} />
      <HiddenField name="version" value={rule.version} />
      <HiddenField name="enabled" value={rule.enabled ? "off" : "on"} />
      <SubmitButton size="small" variant="quiet">
        {rule.enabled ? "Switch off" : "Switch on"}
        <span className="sr-only">: {label}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** When the rule fits, in words. */
function whenOf({ kind, owedBy, words, size, sig }: KeptRule): string {
  const parts = [
    kind ? kindLabels[kind] : "Anything",
    owedBy && `owed by: ${debtorLabels[owedBy].toLowerCase()}`,
    size && `at least ${routedSizeLabels[size].toLowerCase()} of work`,
    sig && `of ${sig}`,
    words.length > 0 && `with any of: ${words.join(", ")}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
