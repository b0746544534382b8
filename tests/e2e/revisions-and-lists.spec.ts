import { readFile } from "node:fs/promises";
import { form } from "./support/forms";
import { expect, type Page, test } from "./support/people";
import { publish } from "./support/proposals";

const plain = { javaScriptEnabled: false };
const asks = [
  { kind: "board_decision", text: "Say that badgers may stay.", owner: "board" },
  { kind: "external", text: "Somebody feeds them.", owner: "@noor" },
] as const;

/** Publishes a proposal and changes it once; its number. */
async function changedOnce(page: Page, title: string): Promise<number> {
  const number = await publish(page, { title, summary: "The big badger sleeps by day.", asks });
  await page.goto(`/proposals/${number}/edit`);
  const proposal = form(page, "Proposal");
  await proposal.getByLabel("Summary", { exact: true }).fill("The small badger sleeps by day.");
  await proposal.getByLabel(/Risks and exit/).fill("It may bite.");
  await proposal
    .getByLabel(/^Why it changes/)
    .first()
    .fill("Answers question 2");
  await proposal
    .getByRole("button", { name: /^Publish|^Save/ })
    .first()
    .click();
  await page.waitForURL(new RegExp(`/proposals/${number}$`));
  return number;
}

for (const [how, options] of [
  ["with script", {}],
  ["without script", plain],
] as const) {
  test(`two revisions are compared inline and side by side, ${how}`, async ({ as, asNobody }) => {
    const number = await changedOnce(await as("Noor Haddad"), `Badgers, ${how}`);
    const reader = await asNobody(options);
    await reader.goto(`/proposals/${number}`);
    await reader.getByRole("link", { name: "2, and what changed" }).click();
    const latest = reader.locator("#revision-2");
    await expect(latest).toContainText("Answers question 2");
    await expect(latest).toContainText("Changed summary and “Risks and exit”");
    await latest.getByRole("link", { name: /What it changed/ }).click();

    const summary = reader
      .locator("section")
      .filter({ has: reader.getByRole("heading", { name: "Summary" }) });
    await expect(summary.locator("del")).toContainText("big");
    await expect(summary.locator("ins")).toContainText("small");
    await expect(reader.getByText("Title and asks 1 and 2 are unchanged.")).toBeVisible();

    const choice = form(reader, "Choose what to compare");
    await choice.getByLabel("Show").selectOption("side");
    await choice.getByLabel("From").selectOption("2");
    await choice.getByLabel("To").selectOption("1");
    await choice.getByRole("button", { name: "Compare" }).click();
    await expect(reader).toHaveURL(/from=2&to=1&view=side/);
    const cells = summary.getByRole("cell");
    await expect(cells.first().locator("del")).toContainText("small");
    await expect(cells.last().locator("ins")).toContainText("big");

    await reader.setViewportSize({ width: 360, height: 800 });
    await expect(cells.filter({ visible: true })).toHaveCount(1);
    await expect(cells.first().locator("ins")).toContainText("big");

    await reader.goto(`/proposals/${number}/revisions/1`);
    await expect(reader.getByText("This is revision 1, not the current one.")).toBeVisible();
    await expect(reader.locator("main")).toContainText("The big badger");
    await reader.getByRole("link", { name: "See what changed since" }).click();
    await expect(summary.locator("ins")).toContainText("small");
  });

  test(`a list is filtered, sorted and looked at by its address, ${how}`, async ({ as }) => {
    const page = await as("Noor Haddad", options);
    await page.goto("/proposals");
    await page.locator("summary", { hasText: "Filter and sort" }).click();
    const filter = form(page, "Filter and sort the proposals");
    await filter.getByLabel("Person").fill("@jules");
    await filter.getByLabel("In discussion").check();
    await filter.getByLabel("Closed").check();
    await filter.getByLabel("Sort by").selectOption("number");
    await filter.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/status=discussion&status=closed/);
    const numbers = () =>
      page.locator("main .no").evaluateAll((all) => all.map((each) => Number(each.textContent?.slice(1))));
    const found = await numbers();
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual([...found].sort((a, b) => a - b));

    await page.getByRole("link", { name: "Table", exact: true }).click();
    await expect(page.getByRole("columnheader", { name: "Number" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await page.getByRole("columnheader", { name: "Title" }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=title/);
    expect(await numbers()).toEqual(expect.arrayContaining(found));

    await page.goto(page.url());
    const chips = page.getByRole("list", { name: "Filtered by" });
    await expect(chips.getByRole("link")).toHaveText([
      /In discussion/,
      /Closed/,
      /person jules/,
      "Remove all",
    ]);
    await chips.getByRole("link", { name: /In discussion/ }).click();
    await expect(chips).not.toContainText("In discussion");
    await chips.getByRole("link", { name: "Remove all" }).click();
    await expect(chips).toHaveCount(0);
    await expect(page).toHaveURL(/sort=title&view=table/);

    await page.goto("/proposals?q=walrusses&person=jules");
    await expect(page.locator("main")).toContainText("Something would fit without “mentions “walrusses””");
  });
}

test("a list is taken along as a file, with what it shows and no more", async ({ as, asNobody }) => {
  const page = await as("Noor Haddad");
  await publish(page, { title: "=1+1 badgers", summary: "A title that is no sum.", asks });
  const guest = await asNobody();
  await guest.goto("/proposals?q=badgers&sort=number");
  const began = guest.waitForEvent("download");
  await guest.getByRole("link", { name: "Download as CSV" }).click();
  const file = await began;
  expect(file.suggestedFilename()).toMatch(/^proposals-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toMatch(/^\uFEFFNumber,Title,/);
  expect(text).toContain(",'=1+1 badgers,In discussion,");
  const shown = await guest.locator("main .lines .no").allTextContents();
  expect(
    text
      .trim()
      .split("\r\n")
      .slice(1)
      .map((row) => `#${row.split(",")[0]}`),
  ).toEqual(shown);
});
