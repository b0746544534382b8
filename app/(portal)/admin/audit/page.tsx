import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditList } from "@/components/audit/audit-list";
import { ChainNote } from "@/components/audit/chain-note";
import { Choice, Words } from "@/components/forms/filter-fields";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { findChain } from "@/lib/audit/chain-queries";
import { auditKinds } from "@/lib/audit/kinds";
import { type AuditAddress, auditHref, readAuditAddress } from "@/lib/audit/list-filter";
import { listAudit } from "@/lib/audit/queries";
import { currentActor } from "@/lib/auth/reader";

export const metadata: Metadata = { title: "Audit" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const [actor, search] = await Promise.all([currentActor(), searchParams]);
  const address = readAuditAddress(search);
  const { filter, cursor, wrong } = address;
  const isWrong = Object.keys(wrong).length > 0;
  const [found, chain] = await Promise.all([listAudit(actor, filter, cursor), findChain(actor)]);
  if (!found || !chain) notFound();
  const items = isWrong ? [] : found.items;
  return (
    <article className="page">
      <PageHead
        title="Audit"
        lead="Who signed in, what tokens were used, what was taken along, and what administrators did. Nobody can change it; whoever tries leaves a trace."
      />
      <ChainNote chain={chain} />
      <Section title="What happened">
        <Filter address={address} />
        {items.length > 0 ? (
          <AuditList lines={items} links />
        ) : (
          <EmptyState
            title="Nothing fits."
            action={<LinkButton href="/admin/audit">Show everything</LinkButton>}
          >
            {isWrong ? Object.values(wrong).join(" ") : "Try other days, or leave a field empty."}
          </EmptyState>
        )}
        {items.length > 0 && (
          <p className="actions">
            <a href={auditHref(filter, undefined, "/admin/audit/export.csv")} download>
              Download as CSV
            </a>
          </p>
        )}
        <Pager
          newerHref={cursor ? auditHref(filter) : undefined}
          newer="Latest"
          olderHref={!isWrong && found.nextCursor ? auditHref(filter, found.nextCursor) : undefined}
          older="Earlier"
        />
      </Section>
    </article>
  );
}

/** One plain form: the address says what is shown. */
function Filter({ address: { filter, wrong } }: { address: AuditAddress }) {
  const isNarrowed = Object.keys(filter).length + Object.keys(wrong).length > 0;
  return (
    <form action="/admin/audit" className="filter" aria-label="Filter the audit">
      <div className="pair">
        <Words name="person" label="Person’s handle" value={filter.person} />
        <Choice name="kind" label="Kind" chosen={filter.kind} options={Object.entries(auditKinds)} />
        <Day name="from" label="From" value={filter.from} />
        <Day name="to" label="To" value={filter.to} />
        <Words name="about" label="Subject" value={filter.about} hint="Such as token 12." />
        <div className="actions">
          <Button type="submit">Show</Button>
          {isNarrowed && <a href="/admin/audit">Show everything</a>}
        </div>
      </div>
    </form>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  const id = `audit-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input className="input" id={id} name={name} type="date" defaultValue={value} />
    </div>
  );
}
