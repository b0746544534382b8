import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Time } from "@/components/ui/time";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { lineLabels } from "@/lib/meetings/action-line";
import { findLineHistory } from "@/lib/meetings/session-queries";

interface Props {
  params: Promise<{ date: string; line: string }>;
}

export const metadata: Metadata = { title: "What a line said before" };

export default async function LineHistoryPage({ params }: Props) {
  const { date, line: id } = await params;
  const isLine = /^\d{1,9}$/.test(id) && !whatIsWrongWithDate(date);
  const found = isLine ? await findLineHistory(await currentActor(), date, Number(id)) : null;
  if (!found) notFound();
  const { line, item, meeting, earlier } = found;
  return (
    <article className="page">
      <PageHead
        title="What a line said before"
        number={meeting.date}
        lead={
          <>
            Under{" "}
            <a href={`/meetings/${meeting.date}/session?item=${item.id}#line-${line.id}`} dir="auto">
              {item.title}
            </a>
            , in {meeting.title}.
          </>
        }
      />
      <ol className="said">
        <li className={line.struck ? "struck" : undefined}>
          <p className="meta">
            <b>{lineLabels[line.kind]}</b> · as it stands{line.struck && ", struck"}
          </p>
          <p dir="auto">{line.text}</p>
        </li>
        {earlier.map((each) => (
          <li key={each.revision} className={each.struck ? "struck" : undefined}>
            <p className="meta">
              <b>{lineLabels[each.kind]}</b> · <Time at={each.at} /> · {each.by}
              {each.struck && " · struck"}
            </p>
            <p dir="auto">
              {each.owner && `${each.owner}${each.dueOn ? `, by ${each.dueOn}` : ""}: `}
              {each.text}
            </p>
          </li>
        ))}
      </ol>
      {earlier.length === 0 && (
        <EmptyState title="It says what it always said.">Nobody has changed it.</EmptyState>
      )}
    </article>
  );
}
