import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { groupOf } from "@/lib/api/operation";
import { type OperationShown, operationShown } from "@/lib/api/reference";
import { operations } from "@/lib/api/registry";
import { findSamples } from "@/lib/api/sample-queries";
import { portalAddress } from "@/lib/portal-address";

interface Props {
  params: Promise<{ group: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `API: ${(await params).group}` };
}

export default async function ApiGroupPage({ params }: Props) {
  const { group } = await params;
  const { origin } = portalAddress();
  const ofGroup = operations.filter((operation) => groupOf(operation) === group);
  if (ofGroup.length === 0) notFound();
  const samples = await findSamples();
  const shown = ofGroup.map((operation) => operationShown(operation, origin, samples));
  return (
    <article className="page">
      <PageHead
        title={`API: ${group}`}
        lead={
          <>
            One part of <a href="/api">the API</a>. The examples run with a token of yours in{" "}
            <code>$TOKEN</code>.
          </>
        }
      />
      {shown.map((operation) => (
        <OperationSection key={operation.id} operation={operation} />
      ))}
    </article>
  );
}

function OperationSection({ operation }: { operation: OperationShown }) {
  const { id, method, path, summary, access, who, fields, answers, curl } = operation;
  return (
    <Section title={summary} id={id} aside={access}>
      <p className="api-path">
        <code>
          <b>{method}</b> {path}
        </code>
      </p>
      <p>Who may: {who}.</p>
      {operation.takesVersion && <p>Takes the version that you saw, in If-Match or as version.</p>}
      {fields.length > 0 && (
        <dl className="api-fields">
          {fields.map(({ name, type, required }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {type}
                {required && ", required"}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {answers.length > 0 && <p className="api-answer">Answers with {answers.join(", ")}.</p>}
      <pre className="api-example">
        <code>{curl}</code>
      </pre>
    </Section>
  );
}
