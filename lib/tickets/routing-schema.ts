import { z } from "zod";
import { lineUpTo, positiveId } from "../plain-input";
import { destinations } from "./policy";
import { requestTypeKeys } from "./request-types/catalogue";
import { debtors, routedKinds, routedSizes } from "./routing-rule";
import { destinationLabels } from "./ui-text";

const mostPhrases = 60;
const phrase =
  /^(?=.*[\p{L}\p{N}])(?:\d{1,6}\+ (?=.))?(?:(?:[\p{L}\p{N}]{1,40}\*?|\*)(?:[ -](?=.)|$)){1,8}$/u;

/** What a rule says; one choice left open ("") matches everything. */
export const routingRuleInput = z
  .object({
    kind: orAny(routedKinds),
    owedBy: orAny(debtors),
    size: orAny(routedSizes),
    sig: lineUpTo(60, "A SIG")
      .nullish()
      .transform((handle) => handle || null)
      .pipe(
        z
          .string()
          .regex(/^[a-z0-9-]+$/, "Choose a SIG from the list.")
          .nullable(),
      ),
    words: z
      .string()
      .max(5000, "These are more words than a rule can hold; make two rules.")
      .transform((text) => [
        ...new Set(
          text
            .split(/[\n,;]+/)
            .map((each) => each.trim())
            .filter(Boolean),
        ),
      ])
      .superRefine((phrases, context) => {
        const message = problemOf(phrases);
        if (message) context.addIssue({ code: "custom", message });
      }),
    destination: z.enum(
      destinations,
      `Choose where it goes: ${Object.values(destinationLabels).join(", ")}.`,
    ),
    requestType: z
      .enum(["", ...requestTypeKeys], "Choose a type of the catalogue.")
      .nullish()
      .transform((type) => type || null),
    reason: lineUpTo(200, "The reason").pipe(
      z
        .string()
        .regex(/^\p{Lu}.{5,}\.$/u, "Give the reason as a sentence, such as “It speaks of names in DNS.”"),
    ),
  })
  .superRefine(({ destination, requestType }, context) => {
    if ((destination === "infra") === (requestType !== null)) return;
    const message =
      destination === "infra"
        ? "A rule that leads to the infra team names a type of the catalogue."
        : "Only what goes to the infra team has a type; leave it open, or choose the infra team.";
    context.addIssue({ code: "custom", path: ["requestType"], message });
  });

const key = z.string().regex(/^[a-z0-9-]{1,60}$/, "There is no such rule.");

export const addRuleInput = routingRuleInput;
export const changeRuleInput = routingRuleInput.safeExtend({ key, version: positiveId });
export const moveRuleInput = z.object({ key, version: positiveId, direction: z.enum(["up", "down"]) });
export const switchRuleInput = z.object({ key, version: positiveId, enabled: z.enum(["on", "off"]) });

/** What the page tries the rules on. */
export const tryRoutingInput = z.object({
  kind: z.enum(routedKinds).catch("infra_request"),
  text: z.string().max(5000).catch(""),
});

function orAny<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .enum(["", ...values], "Choose one of the list.")
    .nullish()
    .transform((value) => (value || null) as Values[number] | null); // the empty choice is gone
}

function problemOf(phrases: readonly string[]): string | undefined {
  if (phrases.length > mostPhrases) return `Give at most ${mostPhrases} phrases; make two rules of them.`;
  const wrong = phrases.find((each) => !phrase.test(each));
  return (
    wrong &&
    `“${wrong.slice(0, 40)}” is not a phrase: use up to eight words of letters and digits, a star for the rest of a word, or a number such as 20+ hosts.`
  );
}
