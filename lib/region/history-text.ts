import { type HistoryRow, type HistorySentence, sentenceOf } from "../workflow/history";

type Fact = (name: string) => string;

/** Events of a region that say more here, under the region's own history, than elsewhere. */
const sentences: Readonly<Record<string, (fact: Fact) => string>> = {
  "region.created": (fact) => `opened the region with ${fact("capabilities")} capabilities`,
  "evidence.submitted": (fact) => `gave evidence for ${fact("capability")}: “${fact("criterion")}”`,
  "evidence.accepted": (fact) => `accepted the evidence for ${fact("capability")}: “${fact("criterion")}”`,
  "evidence.withdrawn": (fact) => `withdrew the evidence for ${fact("capability")}: “${fact("criterion")}”`,
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
