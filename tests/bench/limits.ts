import type { Measured } from "./measure";
import type { Explained } from "./plans";

const most = { queries: 8, script: 150_000, html: 90_000, region: 130_000, timeline: 60_000 };
const watched = ["Proposal, 20 comments", "Proposal, 1,000 comments"];

/** What must hold whatever the machine: counts and sizes. Times are shown, not judged: machines differ. */
export function limitsBroken(measured: Measured[], explained: Explained[]): string[] {
  return [
    ...measured.flatMap(({ scenario, queries, script, bytes, timeline }) => [
      ...(!scenario.posts && !(queries <= most.queries)
        ? [`${scenario.path} asks ${queries} queries; at most ${most.queries}.`]
        : []),
      ...(script > most.script
        ? [`${scenario.path} loads ${script} bytes of script; at most ${most.script}.`]
        : []),
      ...(watched.includes(scenario.name) && bytes > most.html
        ? [`${scenario.path} is ${bytes} bytes; at most ${most.html}.`]
        : []),
      ...(scenario.name === "Region" && bytes > most.region
        ? [`${scenario.path} is ${bytes} bytes; at most ${most.region}.`]
        : []),
      ...(timeline > most.timeline
        ? [`The discussion in ${scenario.path} is ${timeline} bytes; at most ${most.timeline}.`]
        : []),
    ]),
    ...explained.flatMap(({ path, scans }) => scans.map((relation) => `${path} reads all of ${relation}.`)),
  ];
}
