import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { findRequestType } from "@/lib/tickets/request-types/catalogue";
import type { RequestType } from "@/lib/tickets/request-types/define-request-type";
import { exampleOf } from "@/lib/tickets/request-types/json-schema";
import { approvalTexts, expectedText } from "@/lib/tickets/request-types/ui-text";
import { NeededFields } from "./_components/needed-fields";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findRequestType((await params).key)?.label ?? "Request type" };
}

export default async function RequestTypePage({ params }: Props) {
  const [actor, { key }] = await Promise.all([currentActor(), params]);
  const type = findRequestType(key);
  if (!type) notFound();
  const form = `/tickets/new?to=infra&type=${type.key}`;
  const href = actor.kind === "person" ? form : `/sign-in?back=${encodeURIComponent(form)}`;
  return (
    <article className="page measure">
      <PageHead
        title={type.label}
        lead={type.summary}
        actions={
          <>
            <LinkButton variant="primary" href={href}>
              Start a request
            </LinkButton>
            <LinkButton href="/request-types">All requests</LinkButton>
          </>
        }
      />
      <Section title="What we need from you and why">
        <p>{type.whyWeAsk}</p>
        <NeededFields type={type} />
      </Section>
      <Sentences title="What the infra team checks before it accepts" items={type.accepts} />
      <Sentences title="Done when" items={type.checks} />
      <Section title="How it goes">
        <Facts items={factsOf(type)} />
      </Section>
      <Section title="As the tracker gets it">
        <p className="hint">Filled in with the examples above.</p>
        <pre className="sample">{type.toMarkdown(exampleOf(type))}</pre>
      </Section>
    </article>
  );
}

function factsOf(type: RequestType) {
  return [
    { term: "Who approves", detail: type.boardGated ? approvalTexts.gated : approvalTexts.open },
    {
      term: "Expected time",
      detail: `${expectedText(type.expectedDays)}; after that it is shown as waiting.`,
    },
    {
      term: "For programs",
      detail: <a href={`/api/v1/request-types/${type.key}`}>The details as JSON Schema</a>,
    },
  ];
}

function Sentences({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <Section title={title}>
      <ul className="prose">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Section>
  );
}
