import { LineField } from "@/components/meetings/live/line-field";
import { linesHtml } from "@/components/meetings/live/line-html";
import { Section } from "@/components/ui/section";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import type { Session, SessionItem } from "@/lib/meetings/session-queries";
import { typeLineAction } from "../actions";
import { EditLine } from "./edit-line";

interface Props {
  session: Session;
  item: SessionItem;
  kept?: string | string[];
  handle?: string;
  editing?: number;
}

/** What was written down under the item, the latest of it, and where the next line is written. */
export async function ItemLines({ session, item, kept, handle, editing }: Props) {
  const { date, timeZone } = session;
  const { lines, earlierLines, mayWriteLines, mayMove } = item;
  const first = lines[0];
  const edited = mayWriteLines ? lines.find(({ id }) => id === editing) : undefined;
  return (
    <div data-lines-box>
      <Section title="Lines" aside={item.lineCount || undefined} id="lines">
        {earlierLines > 0 && first && (
          <p>
            <a href={`/meetings/${date}/session?item=${item.id}&before=${first.id}#lines`}>Earlier lines</a>
          </p>
        )}
        {lines.length === 0 && (
          <p className="meta" data-no-lines>
            Nothing is written down yet.
          </p>
        )}
        <ol
          className="said"
          data-live="lines"
          data-item={item.id}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made by html.ts, which escapes.
          dangerouslySetInnerHTML={{ __html: linesHtml(lines, { date, mayChange: mayWriteLines, mayMove }) }}
        />
      </Section>
      {edited && <EditLine date={date} line={edited} hasProposal={item.proposal !== null} kept={kept} />}
      {mayWriteLines && handle && (
        <div id="write" className="write-line">
          <LineField
            action={typeLineAction}
            submissionKey={newSubmissionKey()}
            state={await stateFromKept(kept, "type-line")}
            date={date}
            item={{ id: item.id, title: item.title }}
            handle={handle}
            mayMove={mayMove}
            timeZone={timeZone}
          />
        </div>
      )}
    </div>
  );
}
