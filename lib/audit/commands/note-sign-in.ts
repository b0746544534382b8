import { noteAlone } from "./note-alone";

/** Why somebody did not come in; the sentence is made when it is shown. */
export type WhyNot = "claims" | "ended" | "taken" | "link" | "nobody";

/**
 * Notes a sign-in that did not work: by which way and why, and whose account it was where that is known. What was typed
 * is not kept: it is a password in the wrong field often enough.
 */
export async function noteRefusedSignIn(method: string, why: WhyNot, personId?: number): Promise<void> {
  const about = { subject: "session", aboutId: personId ?? null };
  await noteAlone({ personId: null }, { type: "sign_in.refused", ...about, data: { method, why } });
}
