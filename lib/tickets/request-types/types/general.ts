import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { manyLines } from "../names";

const kinds = [
  { value: "issue", label: "Issue: something is broken" },
  { value: "feature_request", label: "Feature request" },
  { value: "task", label: "Task" },
] as const;

export const general = defineRequestType({
  key: "general",
  label: "General request",
  area: "Anything else",
  summary: "Anything that no other type fits.",
  whyWeAsk: "Without a form of its own, your description is all that we have.",
  boardGated: false,
  capability: undefined,
  expectedDays: 14,
  schema: z.strictObject({
    kind: z.enum(["issue", "feature_request", "task"]),
    description: manyLines(20_000).min(
      10,
      "Describe it in a sentence or two: what you need, and how we know it works.",
    ),
  }),
  fields: [
    {
      name: "kind",
      label: "Kind",
      hint: "What comes closest.",
      example: "Task",
      control: "select",
      options: kinds,
    },
    {
      name: "description",
      label: "Description",
      hint: "What you need, why, and how we know that it works.",
      example: "Open port 6443 from the load balancers to the control nodes.",
      control: "textarea",
    },
  ],
  accepts: [
    "No other type of the catalogue fits; if one does, it is asked for in that form.",
    "The description says what is needed, why, and how one knows that it works.",
  ],
  checks: ["What the description asks for works, and the requester says so."],
});
