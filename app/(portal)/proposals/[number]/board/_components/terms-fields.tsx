import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-field";
import { timeWords } from "@/components/meetings/time-balance";
import type { MeetingLine } from "@/lib/meetings/queries";
import { whenInWords } from "@/lib/meetings/when";

interface TermsProps {
  meetings: readonly MeetingLine[];
  /** What lies on the table, or was asked for. */
  meeting?: string;
  presentMinutes: number;
  qaMinutes: number;
}

/** The terms of an offer or of a counter-offer: which meeting, how many minutes, and a note. */
export function TermsFields({ meetings, meeting, presentMinutes, qaMinutes }: TermsProps) {
  return (
    <>
      <SelectField
        name="meeting"
        label="Meeting"
        defaultValue={meeting}
        options={meetings.map((each) => ({
          value: each.date,
          label: `${whenInWords(each.startsAt, each.timeZone)} (${timeWords(each.capacityMinutes, each.takenMinutes)})`,
        }))}
      />
      <div className="pair">
        <TextField
          name="minutes"
          label="Minutes to present"
          inputMode="numeric"
          defaultValue={presentMinutes}
          required
        />
        <TextField
          name="questionMinutes"
          label="Minutes for questions"
          inputMode="numeric"
          defaultValue={qaMinutes}
        />
      </div>
      <TextArea name="note" label="Note" rows={2} required={false} />
    </>
  );
}
