import { db } from "@/lib/db/client";
import { describeSig } from "@/lib/people/commands/describe-sig";
import { setSponsor } from "@/lib/people/commands/set-sponsor";
import { describeSigInput, setSponsorInput } from "@/lib/people/sig-schema";
import { aBody, aPerson, type Person } from "./people";

export interface MadeSig {
  id: number;
  handle: string;
  chair: Person;
  member: Person;
}

let sigs = 0;

/** A SIG with its chair and a member. */
export async function aSig(): Promise<MadeSig> {
  sigs += 1;
  const handle = `sig-made-${sigs}`;
  const { id } = await aBody({ handle, kind: "sig", name: `Made SIG ${sigs}` });
  const chair = await aPerson({ roles: [{ role: "sig_chair", body: handle }] });
  const member = await aPerson({ roles: [{ role: "sig_member", body: handle }] });
  return { id, handle, chair, member };
}

/** The version that somebody who looks at the SIG now would send. */
export async function sigVersionOf(handle: string): Promise<number> {
  return (await db.body.findUniqueOrThrow({ where: { handle }, select: { version: true } })).version;
}

/** Says what a SIG is for, as somebody who looks at it now. */
export async function describes(by: Person, handle: string, purpose: string) {
  const input = describeSigInput.parse({ sig: handle, version: await sigVersionOf(handle), purpose });
  return describeSig(by, input);
}

/** Names the sponsoring director by their handle, or nobody, as somebody who looks at it now. */
export async function sponsors(by: Person, handle: string, sponsor: string) {
  const input = setSponsorInput.parse({ sig: handle, version: await sigVersionOf(handle), sponsor });
  return setSponsor(by, input);
}
