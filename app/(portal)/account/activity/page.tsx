import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuditList } from "@/components/audit/audit-list";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { listOwnAudit } from "@/lib/audit/queries";
import { currentActor } from "@/lib/auth/reader";

export const metadata: Metadata = { title: "What your account did" };

type Search = Promise<{ cursor?: string | string[] }>;

export default async function ActivityPage({ searchParams }: { searchParams: Search }) {
  const [actor, { cursor: given }] = await Promise.all([currentActor(), searchParams]);
  const cursor = typeof given === "string" ? given : undefined;
  const found = await listOwnAudit(actor, cursor);
  if (!found) redirect("/sign-in?back=/account/activity");
  return (
    <article className="page measure">
      <PageHead
        title="What your account did"
        lead={
          <>
            Sign-ins, uses of your tokens, files that you took along, and what administrators did about your
            account. Something that was not you? <a href="/account#sessions">End your sessions</a> and{" "}
            <a href="/account/tokens">revoke your tokens</a>.
          </>
        }
      />
      {found.items.length > 0 ? <AuditList lines={found.items} /> : <p>Nothing yet.</p>}
      <Pager
        newerHref={cursor ? "/account/activity" : undefined}
        newer="Latest"
        olderHref={
          found.nextCursor
            ? `/account/activity?${new URLSearchParams({ cursor: found.nextCursor })}`
            : undefined
        }
        older="Earlier"
      />
    </article>
  );
}
