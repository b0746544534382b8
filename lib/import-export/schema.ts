import { z } from "zod";

const handle = z
  .string()
  .trim()
  .transform((value) => value.replace(/^@/, ""))
  .pipe(z.string().min(1, "Give a handle, such as amara."));

/** Which placeholder stands for whom. */
export const claimInput = z.object({ placeholder: handle, person: handle });
