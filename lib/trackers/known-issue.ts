import { env } from "../env";
import type { Result } from "../result";
import { type ExternalIssue, parseExternalIssue } from "./issue-address";
import { readMoves } from "./moves";

/** Reads the address of an issue with what the settings know of places that have moved (DOMAIN 9, scenario 16). */
export function readIssueAddress(pasted: string): Result<ExternalIssue> {
  return parseExternalIssue(pasted, readMoves(env().TRACKER_MOVES));
}
