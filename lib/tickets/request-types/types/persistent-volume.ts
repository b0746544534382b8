import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { choice, longText, number, text } from "../fields";
import { manyLines, rfc1123Label, wholeNumber } from "../names";

const environments = ["production", "staging", "ci"] as const;

const place = { group: "Where" };
const volume = { group: "Volume" };

export const persistentVolume = defineRequestType({
  key: "persistent_volume",
  label: "Persistent volume",
  area: "Projects and quotas",
  summary: "Storage for a project that outlives its pods.",
  whyWeAsk: "Volumes are bound to a project by name, and what they hold decides whether they are backed up.",
  boardGated: false,
  capability: "storage",
  expectedDays: 7,
  schema: z.strictObject({
    environment: z.enum(environments),
    project: rfc1123Label("a project", "stream-region"),
    volumeName: rfc1123Label("a volume", "registry-data"),
    sizeGib: wholeNumber(1, 20_000, 100),
    reason: manyLines(2000).min(10, "Say in a sentence what is kept there, and what happens if it is lost."),
  }),
  fields: [
    choice(["environment", "Environment", "Where the project runs.", "production"], environments, {
      ...place,
      initial: "production",
    }),
    text("project", "Project", "The project (namespace) that mounts it.", "stream-region", place),
    text("volumeName", "Name", "Of the claim. It cannot be changed later.", "registry-data", volume),
    number("sizeGib", "Size, in GiB", "From 1 to 20,000. It can grow, not shrink.", "100", volume),
    longText(
      "reason",
      "Reason",
      "What is kept there, and what happens if it is lost.",
      "Images of the region’s registry; they can be built again within a day.",
      volume,
    ),
  ],
  accepts: [
    "The project exists in this environment.",
    "The storage has room for it, and for a copy where it is backed up.",
    "The reason says whether the data can be made again.",
  ],
  checks: ["The claim is Bound.", "What a pod writes is there after the pod is gone."],
});
