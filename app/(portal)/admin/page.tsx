import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { thresholds } from "@/lib/thresholds";
import { requestTypes } from "@/lib/tickets/request-types/catalogue";
import { maySetRouting } from "@/lib/tickets/routing-policy";

export const metadata: Metadata = { title: "Settings" };

export default async function AdminPage() {
  if (!maySetRouting(await currentActor())) notFound();
  return (
    <article className="page measure">
      <PageHead title="Settings" lead="What administrators set for everybody. Every change is recorded." />
      <Section title="Rules">
        <ul className="lines">
          <li>
            <a className="line-title" href="/admin/routing">
              The router
            </a>
            <p>Where the asks of a proposal go when it is split, and as which type of request.</p>
          </li>
        </ul>
      </Section>
      <Section title="People">
        <ul className="lines">
          <li>
            <a className="line-title" href="/admin/people">
              People and their roles
            </a>
            <p>Who has an account, which roles they hold and by which group; accounts that have ended.</p>
          </li>
          <li>
            <a className="line-title" href="/admin/claims">
              Claims
            </a>
            <p>People who say that a placeholder of an import is them: confirm, decline, undo.</p>
          </li>
          <li>
            <a className="line-title" href="/admin/audit">
              Audit
            </a>
            <p>Who signed in, what tokens were used, what was taken along, and what administrators did.</p>
          </li>
        </ul>
      </Section>
      <Section title="Times">
        <p className="hint">Set in the environment of the server; they count from its next start.</p>
        <Facts
          items={thresholds().map(({ setting, value, unit, says }) => ({
            term: says,
            detail: (
              <>
                {value} {unit} <code className="no">{setting}</code>
              </>
            ),
          }))}
        />
      </Section>
      <Section title="News expected of a request">
        <p className="hint">Written in the file of each type; silence for longer is shown as waiting.</p>
        <Facts
          items={requestTypes.map(({ key, label, expectedDays }) => ({
            term: label,
            detail: <a href={`/request-types/${key}`}>{expectedDays} days</a>,
          }))}
        />
      </Section>
    </article>
  );
}
