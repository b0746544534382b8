import { expect, test } from "@playwright/test";
import { atTheDemo } from "./attacks/all";
import { Portal } from "./attacks/portal";
import { tryAttack } from "./attacks/try-attack";

// Each attack of docs/attacks.md that needs no account service, sent to the built portal. They share one, and follow one
// another: what one of them breaks shows in those behind it.

let portal: Portal;
test.describe.configure({ mode: "default" });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  portal = await Portal.start();
});
test.afterAll(() => portal?.stop());

for (const { title, attacks } of atTheDemo) {
  test.describe(title, () => {
    for (const attack of attacks) test(attack.tried, ({ browser }) => tryAttack(attack, portal, browser));
  });
}

test("after all of it the portal is well, and nothing of it broke", async () => {
  expect((await portal.ask("/health")).status).toBe(200);
  expect((await portal.ask("/proposals")).status).toBe(200);
});
