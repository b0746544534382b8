import { z } from "zod";

export const architectures = ["x86_64", "aarch64", "ppc64le", "s390x"] as const;

/** What the person typed, short enough to stand in a sentence. */
export function quoted(value: unknown): string {
  const text = typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "");
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}

/** RFC 1123: a label as Kubernetes takes it. */
export function rfc1123Label(what: string, example: string) {
  return z
    .string()
    .trim()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
      error: (issue) =>
        `${quoted(issue.input)} is not a name for ${what}: use up to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends, such as ${example}.`,
    });
}

/** An account name as the community's account system gives it; a leading @ is dropped. */
export const account = z
  .string()
  .trim()
  .transform((name) => name.replace(/^@/, ""))
  .pipe(
    z.string().regex(/^[a-z0-9](?:[a-z0-9_-]{0,30}[a-z0-9])$/, {
      error: (issue) =>
        `${quoted(issue.input)} is not an account name: use 2 to 32 lower-case letters, digits, hyphens or underscores, such as mkowalska.`,
    }),
  );

/** A list of accounts, each once. */
export function accounts(most: number) {
  return z
    .array(account)
    .max(most, `Give at most ${most} accounts; ask for a group when there are more.`)
    .superRefine((names, context) => {
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice === undefined) return;
      context.addIssue({
        code: "custom",
        message: `${quoted(twice)} is there twice; name each account once.`,
      });
    });
}

/** One line of printable text. */
export function oneLine(most: number) {
  return z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, "Write it on one line, without control characters.");
}

/** Text of several lines, without what PostgreSQL cannot keep. */
export function manyLines(most: number) {
  return z
    .string()
    .overwrite((text) =>
      text
        .replaceAll(/\r\n?/g, "\n")
        .replaceAll(/[^\P{Cc}\t\n]|\p{Cs}/gu, "")
        .trim(),
    )
    .max(most, `Use at most ${most.toLocaleString("en")} characters.`);
}

/** The values of a list, each once. */
export function eachOnce<Item extends z.ZodType<string>>(
  item: Item,
  { least = 0, most, example }: { least?: number; most: number; example: string },
) {
  return z
    .array(item)
    .min(least, `Give at least one, such as ${example}.`)
    .max(most, `Give at most ${most}; ask for more in a second request.`)
    .superRefine((items, context) => {
      const twice = items.find((one, index) => items.indexOf(one) !== index);
      if (twice === undefined) return;
      context.addIssue({ code: "custom", message: `${quoted(twice)} is there twice; give each once.` });
    });
}

export function wholeNumber(least: number, most: number, example: number) {
  const message = `Give a whole number from ${least} to ${most}, such as ${example}.`;
  return z.number().int(message).min(least, message).max(most, message);
}
