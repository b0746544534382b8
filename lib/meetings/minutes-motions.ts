import { positionLabels, positionValues, ruleLabels } from "../decisions/ballot-ui-text";
import type { Block } from "./minutes-blocks";
import type { MotionRecord } from "./minutes-record";

/** A motion as the minutes say it: who moved and seconded it, how the vote ended, and where each stood. */
export function motionBlocks(motion: MotionRecord): Block[] {
  const { mover, seconder, text } = motion;
  const by = `moved by ${mover.name}${seconder ? `, seconded by ${seconder.name}` : ""}`;
  const entries = positionValues.flatMap((value) => stood(motion, value));
  return [
    { kind: "paragraph", text: `MOTION (${by}): ${text}` },
    { kind: "paragraph", text: `VOTE: ${ending(motion)}` },
    ...(entries.length > 0 ? [{ kind: "list", entries } as const] : []),
  ];
}

function ending({ status, rule, resultText }: MotionRecord): string {
  if (status === "closed") return `${resultText} (${ruleLabels[rule].toLowerCase()})`;
  if (status === "withdrawn") return "withdrawn.";
  return status === "open" ? `the ballot goes on (${ruleLabels[rule].toLowerCase()}).` : "not taken.";
}

/** "+1: Ada, Bea" in one entry; each −1 in one of its own, with its reason; advisory positions apart. */
function stood({ positions }: MotionRecord, value: MotionRecord["positions"][number]["value"]): string[] {
  const those = (binding: boolean) =>
    positions.filter((one) => one.value === value && one.binding === binding);
  if (value === "against") {
    return [...those(true), ...those(false)].map(
      ({ name, reason, binding }) =>
        `${positionLabels.against}${binding ? "" : " (advisory)"}: ${name}: ${reason}`,
    );
  }
  return [true, false].flatMap((binding) => {
    const names = those(binding).map(({ name }) => name);
    const kind = `${positionLabels[value]}${binding ? "" : " (advisory)"}`;
    return names.length > 0 ? [`${kind}: ${names.join(", ")}`] : [];
  });
}
