import { expect, test } from "@playwright/test";
import { kinds } from "./attacks/all";
import { type Answer, type Attack, type Back, isOne, type Status } from "./attacks/attack";
import { changed, fingerprints } from "./attacks/kept";
import { Portal } from "./attacks/portal";

// Each attack of docs/attacks.md, sent to the built portal. They share one, and follow one another: what one of them
// breaks shows in those behind it.

let portal: Portal;
test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

for (const { title, attacks } of kinds) {
  test.describe(title, () => {
    for (const attack of attacks) {
      test(attack.tried, async ({ browser }) => {
        const before = await fingerprints(portal);
        const answers = [await attack.send(portal, browser)].flat();
        expect(answers.length).toBeGreaterThan(0);
        for (const [place, answer] of answers.entries()) {
          const [status, words] = backOf(attack, place);
          expect(said(answer), `answer ${place + 1}`).toEqual({
            status,
            says: expect.stringContaining(words),
          });
          expect(leaks(answer), `answer ${place + 1}`).toEqual([]);
        }
        for (const [sentence, holds] of Object.entries(attack.also ?? {}))
          expect(await holds(portal, answers), sentence).toBe(true);
        const allowed = attack.writes ?? [];
        const written = changed(before, await fingerprints(portal)).filter((name) => !allowed.includes(name));
        expect(written).toEqual([]);
      });
    }
  });
}

test("after all of it the portal is well, and nothing of it broke", async () => {
  expect((await portal.ask("/health")).status).toBe(200);
  expect((await portal.ask("/proposals")).status).toBe(200);
});

function backOf({ back }: Attack, place: number): Back {
  if (isOne(back)) return back;
  return back[place] ?? back[back.length - 1] ?? [0, ""];
}

function said({ status, head, body }: Answer): { status: Status; says: string } {
  return { status, says: `${head}\n\n${body}` };
}

/** What no answer may tell anybody: how the portal is made inside, and its secret. */
function leaks({ head, body }: Answer): string[] {
  const inside = [portal.secret, "node_modules/", "PrismaClient", "lib/db/", "ECONNREFUSED", "at async "];
  const titles = portal.executiveTitles;
  return [...inside, ...titles].filter((words) => `${head}\n${body}`.includes(words));
}
