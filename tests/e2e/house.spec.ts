import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const pages = ["/", "/proposals", "/search", "/sign-in", "/people", "/no-such-page"];

for (const path of pages) {
  test(`${path} can be used by everybody, and nothing on it breaks the content security policy`, async ({
    page,
  }) => {
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(path);
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual(
      [],
    );
    expect(refused).toEqual([]);
  });
}

test("the portal says that it runs, and which version", async ({ request }) => {
  const answer = await request.get("/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    status: "ok",
    database: "ok",
    worker: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});

test("each answer has a nonce of its own", async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get("/sign-in")).headers()["content-security-policy"]),
  );
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[^']{20,}' 'strict-dynamic'/);
  expect(policies[0]).not.toBe(policies[1]);
});
