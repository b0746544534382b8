import { type Actor, isOfficer } from "../workflow/actor";
import { isRequester, writes } from "./policy";

interface Related {
  authorId: number;
  coAuthorIds: readonly number[];
  imported: boolean;
}

/** Who says how a proposal stands to others: those who write it, and the officers, who keep the list in order. */
export function mayRelate(actor: Actor, proposal: Related): boolean {
  return writes(actor, proposal) || isRequester(actor, proposal) || isOfficer(actor);
}
