import type { Fact, Say } from "./history";

const positions: Readonly<Record<string, string>> = {
  for: "+1",
  aside: "0, stands aside",
  against: "−1",
  abstain: "abstains",
  recuse: "recused",
  withdrawn: "taken back",
};

const motion = (fact: Fact): string => (fact("motion") ? ` on “${quoted(fact("motion"))}”` : "");
const position = (fact: Fact, key: string): string => positions[fact(key)] ?? fact(key);

/** Motions, ballots, positions, and corrections of decisions. */
export const ballotSentences: Readonly<Record<string, Say>> = {
  "motion.made": (fact) =>
    `moved: “${quoted(fact("text"))}”${fact("seconder") && `, seconded by ${fact("seconder")}`}`,
  "motion.seconded": () => "seconded the motion",
  "motion.amended": (fact) => `amended the motion: “${quoted(fact("text"))}”`,
  "motion.withdrawn": () => "withdrew the motion",
  "ballot.opened": (fact) =>
    `opened the vote by ${fact("rule").replaceAll("_", " ")} to ${fact("seats")} seats: “${quoted(fact("text"))}”`,
  "ballot.marked_critical": () => "marked the motion as critical: it waits for the liaison's vote",
  "ballot.not_critical": () => "said that the motion is not critical",
  "ballot.continued": () => "let the vote go on outside of the meeting",
  "ballot.closed": (fact) => `closed the vote${motion(fact)}. ${fact("sentence").replace(/\.$/, "")}`,
  "ballot.called_off": () => "called the vote off",
  "position.taken": (fact) => `took a position${motion(fact)}: ${position(fact, "value")}`,
  "position.changed": (fact) =>
    `changed a position${motion(fact)}: from ${position(fact, "before")} to ${position(fact, "value")}`,
  "decision.corrected": (fact) => `corrected the decision: ${fact("outcome").replaceAll("_", " ")}`,
};

/** A motion ends with its own full stop; the sentence around it adds one. */
function quoted(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\.$/, "");
}
