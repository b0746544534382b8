import AxeBuilder from "@axe-core/playwright";
import type { Response } from "@playwright/test";
import { examples, routesOfTheApp } from "./support/pages";
import { expect, type Page, test } from "./support/people";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

test("no page is forgotten: each has an example that the tests below look at", () => {
  expect(Object.keys(examples).sort()).toEqual(routesOfTheApp);
});

for (const [route, { as: name, path }] of Object.entries(examples)) {
  test(`${route} can be used by everybody, by day and by night, fits a phone, and asks the database little`, async ({
    as,
    asNobody,
  }) => {
    const page = name ? await as(name) : await asNobody();
    const address = typeof path === "string" ? path : await path(page);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    expect(queriesOf(answer), "more than eight questions to the database").toBeLessThanOrEqual(8);
    expect(await violations(axeOn(page).withTags(rules))).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await tooWide(page), "wider than a phone").toEqual([]);
    // At night other colours, and nothing else, are different: the same page follows the scheme.
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect(await violations(axeOn(page).withRules(["color-contrast"])), "at night").toEqual([]);
  });
}

/** How many statements the page asked: the server says so where SHOW_QUERIES is set. */
function queriesOf(answer: Response | null): number {
  return Number(/db;desc="(\d+) queries"/.exec(answer?.headers()["server-timing"] ?? "")?.[1] ?? Number.NaN);
}

/** No page of ours has frames: in its legacy mode axe opens no page of its own to gather them. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

/** What makes the page scroll sideways; nothing where it fits. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("main *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return [
      `${scrollWidth} of ${clientWidth}`,
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 200)),
    ];
  });
}
