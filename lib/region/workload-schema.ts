import { z } from "zod";
import { keysOf } from "../keys-of";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { onboardingSteps } from "./onboarding-steps";
import { webLink } from "./schema";
import { workloadMachine } from "./workload-machine";

const what = {
  name: lineUpTo(120, "A name").pipe(z.string().min(1, "Give it a name, such as “Notebooks for students”.")),
  url: webLink,
  note: textUpTo(2_000, "A note").default(""),
  needs: textUpTo(2_000, "What it needs").default(""),
  goesTo: textUpTo(2_000, "Where it goes").default(""),
};

/** Whose it is: a SIG's by its handle, or else the name of a project that is none. */
export const addWorkloadInput = z
  .object({
    sig: z.string().trim().max(100).default(""),
    project: lineUpTo(120, "A project").default(""),
    region: z.string().trim().min(1, "Choose the region that it runs on.").max(60),
    ...what,
  })
  .superRefine(({ sig, project }, context) => {
    if ((sig === "") !== (project === "")) return;
    const message = "Say whose it is: a SIG, or a project that is none.";
    context.addIssue({ code: "custom", path: ["project"], message });
  });

const one = { workloadId: positiveId };

export const updateWorkloadInput = z.object({ ...one, version: positiveId, ...what });

const moves = keysOf(workloadMachine.moves);

export const moveWorkloadInput = z.object({
  ...one,
  version: positiveId,
  move: z.enum(moves, "There is no such move; choose one of the buttons."),
  reason: textUpTo(2_000, "A reason").default(""),
});

const steps = onboardingSteps.map(({ key }) => key);

/** A step is said to be done, or not to be after all. */
export const tickStepInput = z.object({
  ...one,
  step: z.enum(steps, "There is no such step."),
  isDone: z.preprocess((text) => text === "yes" || text === true, z.boolean()),
});

const reach = lineUpTo(300, "How to reach them").pipe(
  z.string().min(3, "Say how to reach them: an address, a room, a list."),
);

export const addContactInput = z.object({
  ...one,
  name: lineUpTo(120, "A name").pipe(z.string().min(1, "Say who answers for it.")),
  reach,
});

export const keepContactInput = z.object({ contactId: positiveId });
