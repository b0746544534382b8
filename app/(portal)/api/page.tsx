import type { Metadata } from "next";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { hidden } from "@/lib/api/hidden";
import { groupOf, operationId } from "@/lib/api/operation";
import { groupsOf } from "@/lib/api/reference";
import { operations } from "@/lib/api/registry";
import { portalAddress } from "@/lib/portal-address";

export const metadata: Metadata = { title: "API" };

/** What a program can do here, to be read by who writes it. */
export default function ApiPage() {
  const { origin } = portalAddress();
  const groups = groupsOf(operations);
  return (
    <article className="page">
      <PageHead
        title="API"
        lead="A program can do here whatever a person can do in the pages, under the same rules, because both carry out the same commands."
      />
      <Section title="Begin">
        <div className="prose">
          <p>Without a token you read what is public:</p>
          <pre>
            <code>{`curl "${origin}/api/v1/proposals?limit=5"`}</code>
          </pre>
          <p>
            With <a href="/account/tokens">a token of yours</a> you read what you may see, and do what you may
            do:
          </p>
          <pre>
            <code>{`curl -H "Authorization: Bearer $TOKEN" "${origin}/api/v1/me"`}</code>
          </pre>
          <ul>
            <li>
              JSON in and out; times are UTC in RFC 3339. What was not found is not there, or not for you.
            </li>
            <li>
              Lists take <code>limit</code> (1 to 100) and <code>cursor</code>, and answer{" "}
              <code>{"{items, nextCursor}"}</code>.
            </li>
            <li>
              What changes something takes the version that you saw: <code>If-Match</code> with the ETag that
              came with it, or <code>version</code> in the body. An old one is 412, none is 428.
            </li>
            <li>
              A POST under an <code>Idempotency-Key</code> has one effect, however often it is sent.
            </li>
            <li>
              Errors are <code>application/problem+json</code> with the sentence that the page would show. 429
              says in <code>Retry-After</code> when to go on.
            </li>
          </ul>
          <p>
            For programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Changes of a meeting as they happen:{" "}
            <code>GET /meetings/{"{date}"}/live</code>, as server-sent events.
          </p>
        </div>
      </Section>
      <Section title="What there is">
        <ul className="api-groups">
          {groups.map((group) => (
            <li key={group}>
              <a href={`#${group}`}>{group}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="What is not for everybody">
        <div className="prose">
          <p>
            For all others it is not there: not by its address, and not in lists, counts, searches and
            exports.
          </p>
          <ul>
            {Object.values(hidden).map(({ what, who }) => (
              <li key={what}>
                {what}: {who.says}.
              </li>
            ))}
          </ul>
        </div>
      </Section>
      {groups.map((group) => (
        <Section
          key={group}
          title={group}
          id={group}
          aside={<a href={`/api/${group}`}>Fields and examples</a>}
        >
          <ul className="api-list">
            {operations
              .filter((operation) => groupOf(operation) === group)
              .map((operation) => (
                <li key={operationId(operation)}>
                  <code>
                    <b>{operation.method}</b> {operation.path}
                  </code>{" "}
                  <a href={`/api/${group}#${operationId(operation)}`}>{operation.summary}</a>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </article>
  );
}
