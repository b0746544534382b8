import { dangersIn, hostileTexts } from "./support/hostile";
import { expect, type Page, test } from "./support/people";
import { comment, publish } from "./support/proposals";

const written = {
  title: "A wall to throw things at",
  summary: "What people paste who mean no good.",
  asks: [{ kind: "inform", text: "Know that it holds.", owner: "@noor" }],
} as const;

const perComment = 10;

/** Follows what a page does that nobody asked for: dialogs, and requests to elsewhere. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on("dialog", async (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().includes("evil.example")) seen.push(`request ${request.url()}`);
  });
  return seen;
}

test("of what hostile people paste nothing runs, loads or leads astray in anybody's page", async ({
  as,
  asNobody,
}) => {
  test.setTimeout(180_000);
  expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
  const noor = await as("Noor Haddad");
  const seen = watch(noor);
  const number = await publish(noor, written);
  for (let first = 0; first < hostileTexts.length; first += perComment) {
    const part = hostileTexts.slice(first, first + perComment);
    await comment(
      noor,
      number,
      part.map((text, place) => `Number ${first + place}:\n\n${text}\n\nend`).join("\n\n"),
    );
  }
  const reader = await asNobody();
  seen.push(...watch(reader));
  for (const page of [noor, reader]) {
    await page.goto(`/proposals/${number}`);
    const said = page.locator(".tl > .say");
    await expect(said).toHaveCount(Math.ceil(hostileTexts.length / perComment));
    // Whoever broke out of a text would have broken the list, or lost what stands behind it.
    const words = (await page.locator(".tl .prose").allTextContents()).join("\n");
    for (let place = 0; place < hostileTexts.length; place++) expect(words).toContain(`Number ${place}:`);
    const found = await page.locator(".tl .prose").evaluateAll((texts) => texts.length);
    expect(found).toBe(Math.ceil(hostileTexts.length / perComment));
    for (const text of await page.locator(".tl .prose").all())
      expect(await text.evaluate(dangersIn)).toEqual([]);
    await page.locator(".tl .prose").first().hover();
    expect(await page.evaluate(() => "owned" in window)).toBe(false);
  }
  expect(seen).toEqual([]);
});

test("hostile text does no more in a quote, in a comment's own page or in its history", async ({ as }) => {
  test.setTimeout(120_000);
  const noor = await as("Noor Haddad");
  const seen = watch(noor);
  const number = await publish(noor, written);
  const text = hostileTexts.slice(0, 40).join("\n\n");
  await comment(noor, number, text);
  await noor.locator(".tl").getByRole("link", { name: "Edit", exact: true }).click();
  await noor.getByLabel("Your comment").fill(`${text}\n\n${hostileTexts.slice(40).join("\n\n")}`);
  await noor.getByRole("button", { name: "Save", exact: true }).click();
  await noor.waitForURL(/comment=\d+/);
  await noor.getByRole("link", { name: "edited" }).first().click();
  await expect(noor.getByRole("heading", { name: "What it said before" })).toBeVisible();
  for (const part of await noor.locator("main :is(.prose, .changed)").all()) {
    expect(await part.evaluate(dangersIn)).toEqual([]);
  }
  await noor.getByRole("link", { name: "Quote" }).click();
  await expect(noor.getByLabel("Your comment")).toHaveValue(/^> \[Noor Haddad wrote\]/);
  expect(await noor.evaluate(() => "owned" in window)).toBe(false);
  expect(seen).toEqual([]);
});

test("right-to-left text, emoji and signs that turn lines around stay within their comment", async ({
  as,
}) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written);
  const texts = [
    "אני בעד ההצעה הזאת, עם שאלה אחת.",
    "👩🏽‍💻👍🏽 ship it 🇺🇦",
    "\u202eDESREVER\u202c end",
    "Z̸̢̛a̷l̶g̵o̵ ".repeat(20),
  ];
  for (const text of texts) await comment(noor, number, text);
  await noor.goto(`/proposals/${number}`);
  for (const text of texts)
    await expect(noor.locator(".tl .prose").filter({ hasText: text.trim() })).toHaveCount(1);
  const hebrew = noor.locator(".tl .prose").first();
  expect(await hebrew.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  expect(await noor.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});
