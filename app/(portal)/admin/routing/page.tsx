import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { HistoryList } from "@/components/workflow/history-list";
import { currentActor } from "@/lib/auth/reader";
import { findRouting } from "@/lib/tickets/routing-queries";
import { tryRoutingInput } from "@/lib/tickets/routing-schema";
import { RuleLine } from "./_components/rule-line";
import { TryRules } from "./_components/try-rules";

export const metadata: Metadata = { title: "The router" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RoutingPage({ searchParams }: Props) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const routing = await findRouting(actor);
  if (!routing) notFound();
  const { rules, usual, history } = routing;
  return (
    <article className="page">
      <PageHead
        title="The router"
        lead="Where each ask of a split proposal goes, and as which type of request. The first rule that fits proposes; whoever splits decides."
        actions={
          <LinkButton href="/admin/routing/new" data-create>
            Add a rule
          </LinkButton>
        }
      />
      {usual && (
        <Note tone="info">
          These are the rules that the portal comes with. The first change makes them yours.
        </Note>
      )}
      <TryRules rules={rules} tried={tryRoutingInput.parse(search)} />
      <Section title="Rules" aside={`${rules.length}, tried from the first to the last`}>
        <ol className="lines rules">
          {rules.map((rule, index) => (
            <RuleLine key={rule.key} rule={rule} place={index + 1} last={index === rules.length - 1} />
          ))}
        </ol>
      </Section>
      {history.length > 0 && (
        <Section title="History">
          <HistoryList entries={history} />
        </Section>
      )}
    </article>
  );
}
