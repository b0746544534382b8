import { type MeetingFilter, meetingListAddress } from "@/lib/meetings/list-filter";
import { Button } from "../ui/button";

interface MeetingSearchProps {
  filter: MeetingFilter;
  years: readonly number[];
}

/** Words on agendas, and the year: a plain form, so that the address says what is shown. */
export function MeetingSearch({ filter, years }: MeetingSearchProps) {
  const narrowed = filter.q !== undefined || filter.year !== undefined;
  return (
    <form action="/meetings" method="get" className="filter" aria-label="Search in agendas">
      {filter.past && !filter.q && <input type="hidden" name="past" value="yes" />}
      <div className="pair">
        <div className="field">
          <label htmlFor="meeting-q">Words on an agenda</label>
          <input className="input" id="meeting-q" name="q" type="search" dir="auto" defaultValue={filter.q} />
        </div>
        <div className="field">
          <label htmlFor="meeting-year">Year</label>
          <select className="input" id="meeting-year" name="year" defaultValue={filter.year ?? ""}>
            <option value="">Every year</option>
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </div>
        <div className="actions">
          <Button type="submit">Search</Button>
          {narrowed && <a href={meetingListAddress({ past: filter.past })}>Show all</a>}
        </div>
      </div>
    </form>
  );
}
