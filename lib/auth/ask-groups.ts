import { now } from "../clock";
import { log } from "../log";
import {
  type DueAccount,
  endToken,
  forgetTokens,
  keepToken,
  takeDueAccount,
  takeGroups,
} from "../people/commands/take-groups";
import { rolesByGroups } from "../people/group-rules";
import { readClaims } from "./claims";
import { type Endpoints, findEndpoints, NoAnswer, readUserinfo, renewToken } from "./provider-answers";
import { type GroupSettings, groupSettings, sealingOf } from "./provider-settings";
import { open, seal } from "./sealed";

/** What came of a round: accounts whose groups were told, and those that the provider tells nothing of any more. */
export interface Round {
  told: number;
  ended: number;
}

const mostInRound = 500;
const roundMs = 120_000;
/** Who was not told of is asked for again after so long. */
const againMinutes = 10;

/** Every few minutes, by the clock: asks about the groups of everybody for whom that is due. */
export async function askGroupsOfDue(): Promise<void> {
  const settings = groupSettings();
  if (settings) await askGroupsAnew(settings);
  else await forgetTokens();
}

/**
 * Asks the provider about the groups of those who have waited longest, one after another. Where it does not answer, the
 * round ends and nothing is changed: whoever was left is asked for in the next.
 */
export async function askGroupsAnew(settings: GroupSettings): Promise<Round> {
  const round: Round = { told: 0, ended: 0 };
  const began = Date.now();
  let endpoints: Endpoints | undefined;
  for (let count = 0; count < mostInRound && Date.now() - began < roundMs; count += 1) {
    const due = await takeDueAccount(settings.client.issuer, inMinutes(againMinutes));
    if (!due) return round;
    try {
      endpoints ??= await findEndpoints(settings.client);
      round[await askAbout(due, endpoints, settings)] += 1;
    } catch (failure) {
      if (!(failure instanceof NoAnswer)) throw failure;
      log.warn({ failure }, "the account service tells no groups now; roles stay as they are");
      return round;
    }
  }
  return round;
}

async function askAbout(
  due: DueAccount,
  endpoints: Endpoints,
  settings: GroupSettings,
): Promise<keyof Round> {
  const { client, names, rules, everyMinutes } = settings;
  const sealing = sealingOf(settings, due.subject);
  const token = open(due.sealedToken, sealing);
  if (token === undefined) return endedBecause(due, "AUTH_SECRET is another one by now");
  const askedAt = now();
  const fresh = await renewToken(client, endpoints, token);
  if (!fresh) return endedBecause(due, "The account service has ended the permission");
  // Kept before anything else is asked: the old one may be worth nothing any more.
  const next = { ...due, sealedToken: seal(fresh.refresh, sealing) };
  if (!(await keepToken(due, next.sealedToken))) return "told";
  const claims = await readUserinfo(client, endpoints, fresh.access);
  const read = readClaims(claims, names);
  if (read?.subject !== due.subject || !Array.isArray(claims[names.groups]))
    throw new NoAnswer("it told of somebody else, or of no groups: see OIDC_CLAIM_GROUPS");
  const roles = rolesByGroups(rules, read.groups);
  await takeGroups(due.id, { groups: read.groups, roles, askedAt, askAt: inMinutes(everyMinutes) });
  return "told";
}

async function endedBecause(due: DueAccount, reason: string): Promise<"ended"> {
  await endToken(due, reason);
  return "ended";
}

function inMinutes(minutes: number): Date {
  return new Date(now().getTime() + minutes * 60_000);
}
