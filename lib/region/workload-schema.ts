import { z } from "zod";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";
import { webLink } from "./schema";
import { workloadMachine } from "./workload-machine";

const what = {
  name: lineUpTo(120, "A name").pipe(z.string().min(1, "Give it a name, such as “Notebooks for students”.")),
  url: webLink,
  note: textUpTo(2_000, "A note").default(""),
};

const handle = z.string().trim().min(1).max(100);

export const addWorkloadInput = z.object({
  sig: handle,
  region: z.string().trim().min(1, "Choose the region that it runs on.").max(60),
  ...what,
});

export const updateWorkloadInput = z.object({ workloadId: positiveId, version: positiveId, ...what });

const moves = Object.keys(workloadMachine.moves) as [keyof typeof workloadMachine.moves]; // Object.keys forgets the key's type

export const moveWorkloadInput = z.object({
  workloadId: positiveId,
  version: positiveId,
  move: z.enum(moves, "There is no such move; choose one of the buttons."),
  reason: textUpTo(2_000, "A reason").default(""),
});
