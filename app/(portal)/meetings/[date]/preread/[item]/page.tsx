import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrereadItem } from "@/components/meetings/preread-item";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { currentActor } from "@/lib/auth/reader";
import { mayMarkRead } from "@/lib/materials/policy";
import { findPreread, unreadOf } from "@/lib/meetings/preread-queries";
import { MarkAndGoOn } from "../_components/mark-and-go-on";

export const metadata: Metadata = { title: "Pre-read, one by one" };

interface Props {
  params: Promise<{ date: string; item: string }>;
}

/** One item of the pre-read; the way on leads through what this reader has not read yet. */
export default async function PrereadItemPage({ params }: Props) {
  const [actor, { date, item: id }] = await Promise.all([currentActor(), params]);
  const pack = await findPreread(actor, date);
  const item = pack?.items.find((each) => String(each.id) === id);
  if (!pack || !item) notFound();
  const base = `/meetings/${pack.date}/preread`;
  const unread = unreadOf(pack.items);
  const place = pack.items.indexOf(item);
  const next = unread.find((each) => pack.items.indexOf(each) > place);
  const previous = unread.findLast((each) => pack.items.indexOf(each) < place);
  return (
    <article className="page">
      <PageHead
        title={item.title}
        lead={
          <>
            <a href={base}>Pre-read of {pack.title}</a> · {left(unread.length)}
          </>
        }
      />
      <PrereadItem item={item} />
      {mayMarkRead(actor) && !item.proposal?.isRead && (
        <MarkAndGoOn date={pack.date} item={item} next={next?.id} />
      )}
      <nav className="pager" aria-label="What is not read yet" data-steps>
        {previous && (
          <a href={`${base}/${previous.id}`} rel="prev">
            <Icon name="arrow-left" />
            <span dir="auto">{previous.title}</span>
          </a>
        )}
        {next && (
          <a href={`${base}/${next.id}`} rel="next">
            <span dir="auto">{next.title}</span>
            <Icon name="arrow-right" />
          </a>
        )}
      </nav>
    </article>
  );
}

function left(count: number): string {
  if (count === 0) return "nothing is left to read";
  return count === 1 ? "1 proposal is not read yet" : `${count} proposals are not read yet`;
}
