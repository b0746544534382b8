import { randomUUID } from "node:crypto";
import { type SavedCopy, saveWorkingCopy } from "@/lib/proposals/commands/save-working-copy";
import { readWorkingCopy, saveCopyInput } from "@/lib/proposals/working-copy-schema";
import type { Result } from "@/lib/result";
import type { Person } from "./people";

/** What a form sends while somebody types, under a name of its own unless told. */
export function typed(values: Record<string, string>) {
  return saveCopyInput.parse(readWorkingCopy({ copy: randomUUID(), ...values }));
}

/** Saves by itself what somebody is typing. */
export function typing(person: Person, values: Record<string, string>): Promise<Result<SavedCopy>> {
  return saveWorkingCopy(person, typed(values));
}
