import { db } from "@/lib/db/client";
import { addressConcern } from "@/lib/discussion/commands/address-concern";
import { openConcern } from "@/lib/discussion/commands/open-concern";
import { addressConcernInput, openConcernInput } from "@/lib/discussion/concern-schema";
import { send } from "./discussion";
import type { Person } from "./people";
import { expectDone } from "./proposals";

/** A concern that somebody raises; its number. */
export async function aConcern(
  by: Person,
  proposal: number,
  given: { text?: string; resolver?: string } = {},
): Promise<number> {
  const values = { proposal, text: "Nobody pays for the power.", ...given };
  return expectDone(await send(openConcernInput, openConcern, by, values)).concern;
}

/** A concern about which somebody says what was done; its number. */
export async function anAddressedConcern(by: Person, proposal: number, resolver: Person): Promise<number> {
  const concern = await aConcern(by, proposal, { resolver: `@${resolver.handle}` });
  const values = { proposal, concern, version: 1, response: "The **SIG** pays, see revision 2." };
  expectDone(await send(addressConcernInput, addressConcern, resolver, values));
  return concern;
}

export function concernRow(proposalId: number, number: number) {
  return db.concern.findUniqueOrThrow({ where: { proposalId_number: { proposalId, number } } });
}
