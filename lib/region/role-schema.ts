import { z } from "zod";
import { lineUpTo, positiveId, textUpTo } from "../plain-input";

const regionKey = z.string().trim().min(1).max(60);
const handle = lineUpTo(100, "A name").pipe(z.string().min(1, "Name somebody, such as @ada."));
const note = textUpTo(2_000, "A note").default("");
const reason = textUpTo(2_000, "A reason").pipe(z.string().min(1, "Say why, in a sentence."));

const what = {
  name: lineUpTo(80, "A name").pipe(z.string().min(1, "Give the role a name, such as “On call”.")),
  purpose: lineUpTo(300, "The purpose").default(""),
  /** One duty a line. */
  duties: textUpTo(4_000, "The duties").default(""),
  leastHolders: z.coerce
    .number("Give a number from 1 to 9.")
    .int("Give a whole number from 1 to 9.")
    .min(1, "It takes at least one person.")
    .max(9, "Give a number from 1 to 9.")
    .default(1),
  needsAccess: z.preprocess((ticked) => ticked === "on" || ticked === true, z.boolean()),
};

export const addRegionRoleInput = z.object({ region: regionKey, ...what });

export const changeRegionRoleInput = z.object({ roleId: positiveId, version: positiveId, ...what });

export const retireRegionRoleInput = z.object({ roleId: positiveId, version: positiveId, reason });

export const takeRegionRoleInput = z.object({ roleId: positiveId, person: handle, note });

export const handOverRoleInput = z.object({ holderId: positiveId, person: handle, note });

export const layDownRoleInput = z.object({ holderId: positiveId, reason });

export const giveAccessInput = z.object({ holderId: positiveId });
