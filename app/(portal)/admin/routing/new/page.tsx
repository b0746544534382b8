import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { stateFromKept } from "@/lib/form-action";
import { maySetRouting } from "@/lib/tickets/routing-policy";
import { listSigChoices } from "@/lib/tickets/routing-queries";
import { RuleForm } from "../_components/rule-form";
import { addRuleAction } from "../actions";

export const metadata: Metadata = { title: "Add a rule" };

interface Props {
  searchParams: Promise<{ kept?: string }>;
}

export default async function NewRulePage({ searchParams }: Props) {
  if (!maySetRouting(await currentActor())) notFound();
  const { kept } = await searchParams;
  const [sigs, state] = await Promise.all([listSigChoices(), stateFromKept(kept, "add-routing-rule")]);
  return (
    <article className="page measure">
      <PageHead title="Add a rule" lead="It is tried before all others; move it down if it should wait." />
      <RuleForm action={addRuleAction} state={state} submitLabel="Add the rule" sigs={sigs} />
    </article>
  );
}
