import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { stateFromKept } from "@/lib/form-action";
import { findRule, listSigChoices } from "@/lib/tickets/routing-queries";
import { RuleForm } from "../_components/rule-form";
import { changeRuleAction } from "../actions";

export const metadata: Metadata = { title: "Change a rule" };

interface Props {
  params: Promise<{ key: string }>;
  searchParams: Promise<{ kept?: string }>;
}

export default async function RulePage({ params, searchParams }: Props) {
  const [actor, { key }, { kept }] = await Promise.all([currentActor(), params, searchParams]);
  const rule = await findRule(actor, key);
  if (!rule) notFound();
  const [sigs, state] = await Promise.all([listSigChoices(), stateFromKept(kept, "change-routing-rule")]);
  return (
    <article className="page measure">
      <PageHead title="Change a rule" lead={rule.reason} />
      <RuleForm action={changeRuleAction} state={state} submitLabel="Save" sigs={sigs} rule={rule} />
    </article>
  );
}
