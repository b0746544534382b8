import { z } from "zod";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { regionKey, webLink } from "./schema";

const mostCriteria = 30;
const longestCriterion = 300;
export const mostCapabilities = 400;

/** One to a line, in the order in which they are shown; each is what evidence is given for. */
const criteria = textUpTo(mostCriteria * (longestCriterion + 1), "The list of criteria")
  .default("")
  .transform((text) =>
    text
      .split("\n")
      .map((line) => line.replace(/\s+/gu, " ").trim())
      .filter(Boolean),
  )
  .superRefine((list, context) => {
    const message = whatIsWrongWith(list);
    if (message) context.addIssue({ code: "custom", message });
  });

function whatIsWrongWith(list: readonly string[]): string | undefined {
  if (list.length > mostCriteria)
    return `At most ${mostCriteria} criteria; these are ${list.length}. Join some of them.`;
  const long = list.find((line) => line.length > longestCriterion);
  if (long)
    return `A criterion may have ${longestCriterion} characters; “${long.slice(0, 40)}…” has ${long.length}.`;
  const twice = list.find((line, place) => list.indexOf(line) !== place);
  return twice ? `“${twice}” stands there twice. Evidence is given for a criterion by its words.` : undefined;
}

const columns = {
  name: lineUpTo(80, "A name").pipe(
    z.string().min(1, "Give the capability a name, such as “Object storage”."),
  ),
  purpose: textUpTo(500, "A purpose").default(""),
  required: z.preprocess((value) => value === "on" || value === true, z.boolean()),
  weight: z.coerce
    .number("Give a whole number from 0 to 100.")
    .int("Give a whole number from 0 to 100.")
    .min(0, "Give a whole number from 0 to 100.")
    .max(100, "Give a whole number from 0 to 100."),
  criteria,
  dependsOn: z.array(regionKey).max(mostCapabilities).default([]),
};

export const addCapabilityInput = z.object({ region: regionKey, ...columns });

export const changeCapabilityInput = z.object({
  region: regionKey,
  capability: regionKey,
  version: positiveId,
  ...columns,
});

export const removeCapabilityInput = z.object({
  region: regionKey,
  capability: regionKey,
  version: positiveId,
  reason: textUpTo(500, "A reason").pipe(z.string().min(3, "Say why it is removed; the reason stays.")),
});

/** Reads the flat strings of the form: `dependsOn.dns` is ticked where it needs DNS. */
export function readCapabilityForm(values: Record<string, string>): Record<string, unknown> {
  const chosen = Object.keys(values).flatMap((name) =>
    name.startsWith("dependsOn.") ? [name.slice(10)] : [],
  );
  const listed = (values.dependsOn ?? "").split(/[\s,;]+/).filter(Boolean);
  return { ...values, dependsOn: [...new Set([...chosen, ...listed])] };
}

/** What is said of the region itself. */
export const describeRegionInput = z.object({
  region: regionKey,
  version: positiveId,
  name: lineUpTo(120, "The name").pipe(z.string().min(1, "Give the region a name.")),
  parentCloud: lineUpTo(120, "The parent cloud").default(""),
  operatingSystem: lineUpTo(120, "The operating system").pipe(
    z.string().min(1, "Say what the hosts run, such as CentOS Stream."),
  ),
  osVersion: lineUpTo(40, "The version").default(""),
});

export const moveOnboardingInput = z
  .object({
    region: regionKey,
    version: positiveId,
    move: z.enum(["open", "close"], "Choose one of the buttons."),
    url: webLink,
    reason: textUpTo(2_000, "A reason").default(""),
  })
  .superRefine(({ move, url, reason }, context) => {
    if (move === "open" && url === "") {
      const message = "Give the address where tenants ask to come in.";
      context.addIssue({ code: "custom", path: ["url"], message });
    }
    if (move === "close" && reason === "") {
      const message = "Say why nobody can come in for now.";
      context.addIssue({ code: "custom", path: ["reason"], message });
    }
  });
