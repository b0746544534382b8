import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { PrereadItem } from "@/components/meetings/preread-item";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { mayMarkRead } from "@/lib/materials/policy";
import { findPreread, type PrereadPack, unreadOf } from "@/lib/meetings/preread-queries";
import { readingLoad, readingLoadSentence } from "@/lib/meetings/reading-load";
import { whenInWords } from "@/lib/meetings/when";
import { MarkAndGoOn } from "./_components/mark-and-go-on";

interface Props {
  params: Promise<{ date: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { date } = await params;
  return { title: `Pre-read of ${date.slice(0, 10)}` };
}

export default async function PrereadPage({ params }: Props) {
  const [actor, { date }] = await Promise.all([currentActor(), params]);
  const pack = await findPreread(actor, date);
  if (!pack) notFound();
  const mayMark = mayMarkRead(actor);
  const items = pack.items.filter(({ isBreak }) => !isBreak);
  return (
    <article className="page print-page">
      <PageHead
        title={`Pre-read: ${pack.title}`}
        lead={whenInWords(pack.startsAt, pack.timeZone)}
        actions={
          <>
            {mayMark && <MyQueue pack={pack} />}
            <LinkButton href={`/meetings/${pack.date}/preread.md`}>Download as Markdown</LinkButton>
          </>
        }
      />
      <MeetingTabs date={pack.date} current="preread" />
      {mayMark && <Note tone="info">{readingLoadSentence(loadOf(pack))}</Note>}
      {items.length === 0 && (
        <EmptyState title="Nothing stands on this agenda yet.">
          What is to be read before the meeting stands here, in the order of its agenda.
        </EmptyState>
      )}
      {items.map((item) => (
        <Section
          key={item.id}
          id={`item-${item.id}`}
          title={item.title}
          aside={mayMark && item.proposal?.isRead ? "read" : undefined}
        >
          <PrereadItem item={item} />
          {mayMark && !item.proposal?.isRead && <MarkAndGoOn date={pack.date} item={item} />}
        </Section>
      ))}
    </article>
  );
}

function MyQueue({ pack }: { pack: PrereadPack }) {
  const [first] = unreadOf(pack.items);
  if (!first) return null;
  return (
    <LinkButton variant="primary" href={`/meetings/${pack.date}/preread/${first.id}`}>
      Read what is left, one by one
    </LinkButton>
  );
}

function loadOf(pack: PrereadPack) {
  return readingLoad(pack.items.flatMap(({ proposal }) => proposal ?? []));
}
