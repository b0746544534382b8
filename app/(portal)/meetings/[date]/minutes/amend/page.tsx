import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/check-field";
import { HiddenField } from "@/components/forms/fieldset";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-field";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { currentActor } from "@/lib/auth/reader";
import { whatIsWrongWithDate } from "@/lib/calendar-date";
import { newSubmissionKey, stateFromKept } from "@/lib/form-action";
import { lineText } from "@/lib/meetings/minutes-document";
import { findMinutes } from "@/lib/meetings/minutes-queries";
import { type ItemRecord, itemsHeld } from "@/lib/meetings/minutes-record";
import { amendMinutesAction } from "../actions";

interface Props {
  params: Promise<{ date: string }>;
  searchParams: Promise<{ item?: string | string[]; kept?: string | string[] }>;
}

export const metadata: Metadata = { title: "Amend the minutes" };

/** Published minutes are corrected in two steps: which item, then which of its lines and what is true instead. */
export default async function AmendPage({ params, searchParams }: Props) {
  const [actor, { date }, search] = await Promise.all([currentActor(), params, searchParams]);
  const minutes = whatIsWrongWithDate(date) ? null : await findMinutes(actor, date, { directorsView: true });
  if (!minutes?.shown || !minutes.mayAmend) notFound();
  const items = itemsHeld(minutes.shown.record);
  const item = items.find(({ id }) => String(id) === search.item);
  const state = await stateFromKept(search.kept, "amend-minutes");
  return (
    <article className="page">
      <PageHead
        title={`Amend the minutes: ${minutes.title}`}
        number={minutes.date}
        lead="What was published stays readable; the minutes read as amended from then on."
      />
      <MeetingTabs date={date} current="minutes" />
      <Section title="What is corrected">
        <ul className="lines">
          {[null, ...items].map((each) => (
            <li key={each?.id ?? 0}>
              <a
                className="line-title"
                href={each ? `?item=${each.id}#correction` : "?#correction"}
                aria-current={each?.id === item?.id ? "true" : undefined}
              >
                <span dir="auto">
                  {each?.title ?? "The minutes as a whole: attendance, times, anything else"}
                </span>
              </a>
              {each && <span className="meta">{linesIn(each)}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={item ? `Correct “${item.title}”` : "Correct the minutes as a whole"} id="correction">
        <ActionForm
          action={amendMinutesAction}
          submissionKey={newSubmissionKey()}
          state={state}
          label="Amendment"
        >
          <HiddenField name="date" value={date} />
          {item ? (
            <RadioGroup
              name="target"
              legend="Which line"
              options={[
                { value: `item-${item.id}`, label: "None of them: a correction that stands under the item" },
                ...item.lines.map((line) => ({ value: `line-${line.id}`, label: lineText(line) })),
              ]}
            />
          ) : (
            <HiddenField name="target" value="minutes" />
          )}
          <TextArea
            name="text"
            label="What is true instead"
            hint={item ? "Left empty, the chosen line is struck." : undefined}
            rows={4}
          />
          <TextArea name="reason" label="Why" rows={2} required />
          <div className="actions">
            <SubmitButton>Amend the minutes</SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </article>
  );
}

function linesIn({ lines }: ItemRecord): string {
  return lines.length === 1 ? "1 line" : `${lines.length} lines`;
}
