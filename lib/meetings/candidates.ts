import { minutesOf, type Timed } from "./capacity";

/** A meeting that could take a request for time. */
export interface CandidateMeeting {
  date: string;
  capacityMinutes: number;
  takenMinutes: number;
}

export interface Candidate {
  date: string;
  /** How full it is, and would be with the request. */
  takenMinutes: number;
  wouldTakeMinutes: number;
  capacityMinutes: number;
  fits: boolean;
}

const mostShown = 4;

/** How each of the next meetings would fill with a request, within the dates that it names; the first four. */
export function candidatesFor(
  request: Timed & { earliestOn: string | null; latestOn: string | null },
  meetings: readonly CandidateMeeting[],
): Candidate[] {
  return meetings
    .filter(({ date }) => !request.earliestOn || date >= request.earliestOn)
    .filter(({ date }) => !request.latestOn || date <= request.latestOn)
    .slice(0, mostShown)
    .map(({ date, capacityMinutes, takenMinutes }) => {
      const wouldTakeMinutes = takenMinutes + minutesOf(request);
      return {
        date,
        takenMinutes,
        wouldTakeMinutes,
        capacityMinutes,
        fits: wouldTakeMinutes <= capacityMinutes,
      };
    });
}
