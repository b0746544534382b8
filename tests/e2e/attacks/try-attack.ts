import { type Browser, expect } from "@playwright/test";
import { type Answer, type Attack, type Back, isOne, type Status } from "./attack";
import { changed, fingerprints } from "./kept";
import type { Portal } from "./portal";

/** Sends an attack and asserts what it says of what comes back; that nothing else was written; that nothing inside shows. */
export async function tryAttack(attack: Attack, portal: Portal, browser: Browser): Promise<void> {
  const before = await fingerprints(portal);
  const answers = [await attack.send(portal, browser)].flat();
  expect(answers.length).toBeGreaterThan(0);
  for (const [place, answer] of answers.entries()) {
    const [status, words] = backOf(attack, place);
    expect(said(answer), `answer ${place + 1}`).toEqual({ status, says: expect.stringContaining(words) });
    expect(leaks(answer, portal), `answer ${place + 1}`).toEqual([]);
  }
  for (const [sentence, holds] of Object.entries(attack.also ?? {}))
    expect(await holds(portal, answers), sentence).toBe(true);
  const allowed = attack.writes ?? [];
  const written = changed(before, await fingerprints(portal)).filter((name) => !allowed.includes(name));
  expect(written).toEqual([]);
}

function backOf({ back }: Attack, place: number): Back {
  if (isOne(back)) return back;
  return back[place] ?? back[back.length - 1] ?? [0, ""];
}

function said({ status, head, body }: Answer): { status: Status; says: string } {
  return { status, says: `${head}\n\n${body}` };
}

/** What no answer may tell anybody: how the portal is made inside, and its secret. */
function leaks({ head, body }: Answer, { secret, executiveTitles }: Portal): string[] {
  const inside = [secret, "node_modules/", "PrismaClient", "lib/db/", "ECONNREFUSED", "at async "];
  return [...inside, ...executiveTitles].filter((words) => `${head}\n${body}`.includes(words));
}
