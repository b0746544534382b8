import { type HistoryRow, type HistorySentence, sentenceOf } from "../workflow/history";

type Fact = (name: string) => string;

/** Events of a region that say more here, under the region's own history, than elsewhere. */
const sentences: Readonly<Record<string, (fact: Fact) => string>> = {
  "region.created": (fact) => `opened the region with ${fact("capabilities")} capabilities`,
  "evidence.submitted": (fact) => `gave evidence for ${fact("capability")}: “${fact("criterion")}”`,
  "evidence.accepted": (fact) => `accepted the evidence for ${fact("capability")}: “${fact("criterion")}”`,
  "evidence.withdrawn": (fact) => `withdrew the evidence for ${fact("capability")}: “${fact("criterion")}”`,
  "region_role.added": (fact) => `named the role “${fact("role")}”`,
  "region_role.defined": (fact) => `defined the role “${fact("role")}”`,
  "region_role.changed": (fact) => `changed the role “${fact("role")}”`,
  "region_role.retired": (fact) => `said that the role “${fact("role")}” is no longer needed`,
  "region_role.taken": (fact) => `named ${fact("person")} for “${fact("role")}”`,
  "region_role.handed_over": (fact) =>
    `handed “${fact("role")}” over from ${fact("from")} to ${fact("person")}`,
  "region_role.laid_down": (fact) => `ended that ${fact("person")} holds “${fact("role")}”`,
  "region_role.access_given": (fact) => `gave ${fact("person")} (${fact("role")}) access`,
  "region_role.access_taken": (fact) => `took the access of ${fact("person")} (${fact("role")})`,
  "region.hosts_imported": (fact) =>
    `imported the inventory: ${fact("added")} hosts added, ${fact("changed")} changed`,
  "region.host_retired": (fact) => `said that the host ${fact("host")} is gone`,
  "evidence.refused": (fact) => `refused the evidence for ${fact("capability")}: “${fact("criterion")}”`,
};

/** Who did what in a region, and why. */
export function regionSentenceOf(row: HistoryRow): HistorySentence {
  const general = sentenceOf(row);
  const say = sentences[row.type];
  if (!say) return general;
  const fact: Fact = (name) => String(row.data[name] ?? "");
  return { ...general, sentence: `${say(fact)}.` };
}
