import type { Measured } from "./measure";
import type { Explained } from "./plans";

const most = { queries: 8, script: 150_000, html: 90_000 };
const watched = "Proposal, 20 comments";

/** What must hold whatever the machine: counts and sizes. Times are shown, not judged: machines differ. */
export function limitsBroken(measured: Measured[], explained: Explained[]): string[] {
  return [
    ...measured.flatMap(({ scenario, queries, script, bytes }) => [
      ...(!scenario.posts && !(queries <= most.queries)
        ? [`${scenario.path} asks ${queries} queries; at most ${most.queries}.`]
        : []),
      ...(script > most.script
        ? [`${scenario.path} loads ${script} bytes of script; at most ${most.script}.`]
        : []),
      ...(scenario.name === watched && bytes > most.html
        ? [`${scenario.path} is ${bytes} bytes; at most ${most.html}.`]
        : []),
    ]),
    ...explained.flatMap(({ path, scans }) => scans.map((relation) => `${path} reads all of ${relation}.`)),
  ];
}
