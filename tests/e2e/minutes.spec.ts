import { fill, form, head, refusal } from "./support/forms";
import { expect, type Page, test } from "./support/people";

/** The demo's short meeting of these days: its minutes are under review. */
async function draftUnderReview(page: Page): Promise<string> {
  await page.goto("/meetings?past=yes");
  await page.getByRole("link", { name: /A short meeting about one night/ }).click();
  await page.waitForURL(/\/meetings\/\d{4}-\d\d-\d\d$/);
  return `${new URL(page.url()).pathname}/minutes`;
}

test("a draft is reviewed and published, and a mistake in it is amended", async ({ as, asNobody }) => {
  const [secretary, director, guest] = [
    await as("Sam Whitfield"),
    await as("Pavel Novak"),
    await asNobody({ javaScriptEnabled: false }),
  ];
  const minutes = await draftUnderReview(secretary);

  await test.step("a director comments, and cannot mark it as reviewed while that is open", async () => {
    await director.goto(minutes);
    const comment = form(director, "Comment on the draft");
    await comment.getByLabel("What is missing").fill("Somebody did call: Wren, at six.");
    await comment.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(director.getByText("Somebody did call: Wren, at six.")).toBeVisible();
    await expect(director.getByText(/comments on the draft are open/)).toBeVisible();
    await guest.goto(minutes);
    await expect(guest.locator("main")).toContainText(/To be published by .* left/);
    await expect(guest.locator("main")).not.toContainText("Somebody did call");
  });

  await test.step("the secretary resolves the comments, one without scripts", async () => {
    const plain = await as("Sam Whitfield", { javaScriptEnabled: false });
    await resolve(plain, minutes);
    await resolve(secretary, minutes);
    await expect(secretary.getByText("It is in the note.")).toHaveCount(2);
  });

  await test.step("the director marks it as reviewed", async () => {
    await director.goto(minutes);
    await director.getByRole("button", { name: "I reviewed this", exact: true }).click();
    await expect(head(director)).toContainText("Minutes reviewed");
  });

  await test.step("an ACTION that nobody owns has to be confirmed", async () => {
    await secretary.goto(minutes);
    const publish = secretary.getByRole("button", { name: "Publish the minutes", exact: true });
    await publish.click();
    await expect(refusal(secretary)).toContainText("leave something open");
    await secretary.getByLabel("Publish them as they are").check();
    await publish.click();
    await expect(head(secretary)).toContainText("Minutes published");
  });

  await test.step("an amendment corrects a line; what was published stays", async () => {
    await secretary.getByRole("link", { name: "Amend the minutes", exact: true }).click();
    await secretary.getByRole("link", { name: /The mirror that was away/ }).click();
    const amendment = form(secretary, "Amendment");
    await amendment.getByLabel(/^From 01:10/).check();
    await fill(amendment, {
      "What is true instead": "From 01:40 to 06:40 one mirror answered nobody.",
      Why: "The log says so.",
    });
    await amendment.getByRole("button", { name: "Amend the minutes", exact: true }).click();
    await expect(secretary.getByRole("heading", { name: "Amendments" }).first()).toBeVisible();
    await guest.goto(minutes);
    await expect(guest.locator("main")).toContainText(
      "From 01:40 to 06:40 one mirror answered nobody. (amendment 1)",
    );
    await guest.goto(`${minutes}/published`);
    await expect(guest.locator("main")).toContainText("From 01:10");
    await expect(guest.locator("main")).not.toContainText("01:40");
  });

  await test.step("the owners of its ACTIONs say how they stand", async () => {
    const infra = await as("Dario Conti");
    await infra.goto("/meetings/actions?mine=yes");
    await infra.getByRole("link", { name: /Write down which certificates/ }).click();
    const report = form(infra, /^How does .* stand\?$/);
    await report.getByLabel("On its way", { exact: true }).check();
    await fill(report, { "A word about it": "Eleven so far." });
    await report.getByRole("button", { name: "Report", exact: true }).click();
    await expect(infra.getByText("Eleven so far.")).toBeVisible();
    await expect(head(infra)).toContainText("On its way");
  });
});

/** Resolves the first comment that is open. */
async function resolve(page: Page, minutes: string): Promise<void> {
  await page.goto(minutes);
  const open = page.locator("li[id^=comment-]", {
    has: page.locator("summary", { hasText: /^Resolve$/ }),
  });
  await open
    .first()
    .locator("summary", { hasText: /^Resolve$/ })
    .click();
  const resolving = open.first().getByRole("form", { name: /^Resolve/ });
  await resolving.getByLabel(/^What was done/).fill("It is in the note.");
  await resolving.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(page.getByText("It is in the note.").first()).toBeVisible();
}
