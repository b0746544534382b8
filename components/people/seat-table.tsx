import { Time } from "@/components/ui/time";
import { WideTable } from "@/components/ui/wide-table";
import { dayInWords } from "@/lib/calendar-date";
import { now } from "@/lib/clock";
import { type Seat, termState } from "@/lib/people/composition";
import { roleLabel } from "@/lib/people/ui-text";

/** Seats with their dates, the latest first: what the picture shows, for those who read lists. */
export function SeatTable({ seats, label }: { seats: readonly Seat[]; label: string }) {
  return (
    <WideTable label={label}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Role</th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr key={`${seat.person.handle} ${seat.role} ${seat.since.toISOString()}`}>
            <th scope="row">
              <a href={`/people/${seat.person.handle}`} dir="auto">
                {seat.person.name}
              </a>
            </th>
            <td>{roleLabel(seat.role)}</td>
            <td>
              <Time at={seat.since} format="date" />
            </td>
            <td>{seat.until ? <Time at={seat.until} format="date" /> : stillWords(seat)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function stillWords(seat: Seat): string {
  const term = termWords(seat);
  return term ? `still held; the term ${term}` : "still held";
}

/** What is planned of a role's end; nothing where nothing is, or where it has ended. */
export function termWords(seat: Pick<Seat, "termEnds" | "until">): string {
  const state = termState(seat, now());
  if (state === "none" || seat.termEnds === null) return "";
  const day = dayInWords(seat.termEnds);
  return state === "over" ? `was to end on ${day}` : `ends on ${day}`;
}
