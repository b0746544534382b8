export const mostLabels = 12;
const longest = 40;

/**
 * Labels out of a field: commas or new lines between them, in lower case, each once, in alphabetical order. Undefined
 * where one of them is no label.
 */
export function readLabels(text: string): string[] | undefined {
  const labels = text
    .split(/[,\n]/)
    .map((label) => label.trim().toLowerCase().replaceAll(/\s+/g, " "))
    .filter((label) => label !== "");
  if (labels.some((label) => !isLabel(label))) return undefined;
  return [...new Set(labels)].sort();
}

/** Letters, digits, and what stands inside names: `el10`, `needs reboot`, `centos-infra`, `api/v2`. */
function isLabel(label: string): boolean {
  return label.length <= longest && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._/:+-]*$/u.test(label);
}

export const noLabel = `A label has up to ${longest} letters and digits, such as “needs reboot”; put commas between labels.`;

export function tooManyLabels(count: number): string {
  return `A ticket has at most ${mostLabels} labels; these are ${count}.`;
}

/** Labels with some more and without some others, in order. */
export function changedLabels(
  labels: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): string[] {
  return [...new Set([...labels, ...add])].filter((label) => !remove.includes(label)).sort();
}
