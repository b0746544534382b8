import { form, head, refusal } from "./support/forms";
import { expect, type Page, signInAs, test } from "./support/people";
import { comment, publish, saveDraft } from "./support/proposals";

const written = {
  title: "Something to write badly about",
  summary: "A place for everything that goes wrong.",
  asks: [{ kind: "inform", text: "Know that it may go wrong.", owner: "@noor" }],
} as const;

const field = (page: Page) => page.getByLabel("Your comment");
const send = (page: Page) =>
  form(page, "Add to the discussion").getByRole("button", { name: "Comment", exact: true });

test("a comment of 200 kB is kept in its field, with the limit said", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written);
  const long = "word ".repeat(40_000).trim();
  await noor.goto(`/proposals/${number}`);
  await field(noor).fill(long);
  await send(noor).click();
  await expect(refusal(noor)).toContainText("A comment may have 60,000 characters; this has 199,999.");
  await expect(field(noor)).toHaveValue(long);
});

test("an empty comment is not sent, and says so", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written);
  await noor.goto(`/proposals/${number}`);
  await field(noor).fill("   ");
  await send(noor).click();
  await expect(refusal(noor)).toContainText("Write something first.");
});

test("HTML and script in a comment are shown as text, and run nowhere", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, written);
  const nasty = `<script>document.title = "taken"</script> <img src=x onerror="document.title='taken'"> **strong**`;
  await comment(noor, number, `${nasty} [here](javascript:alert(1))`);
  const said = noor.locator("main .prose").filter({ hasText: "strong" }).last();
  await expect(said).toContainText("<script>document.title");
  await expect(said.locator("script, img")).toHaveCount(0);
  await expect(said.locator("strong")).toHaveText("strong");
  await expect(noor.locator('main a[href^="javascript"]')).toHaveCount(0);
  expect(await noor.title()).not.toBe("taken");
});

test("an address that cannot be decoded is one that nothing has", async ({ asNobody }) => {
  const page = await asNobody();
  for (const address of ["/people/%ZZ", "/proposals/%E0%A4%A", "/%"]) {
    expect((await page.request.get(address)).status()).toBe(404);
  }
});

test("what does not exist is said kindly, and what is no number too", async ({ asNobody }) => {
  const page = await asNobody();
  for (const path of [
    "/proposals/999999",
    "/proposals/seven",
    "/tickets/999999",
    "/meetings/2021-02-30",
    "/people/nobody-here",
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
    await expect(page.getByRole("link", { name: "All proposals" })).toBeVisible();
  }
});

test("a form that is pressed twice has one effect, with and without JavaScript", async ({ as }) => {
  const [noor, sam] = [await as("Noor Haddad"), await as("Sam Whitfield", { javaScriptEnabled: false })];
  const number = await publish(noor, written);
  for (const [page, text] of [
    [noor, "Said once, pressed twice."],
    [sam, "Once more, by plain form."],
  ] as const) {
    await page.goto(`/proposals/${number}`);
    await field(page).fill(text);
    await send(page).dblclick();
    await expect(page.locator("main .prose").filter({ hasText: text })).toHaveCount(1);
    await page.goto(`/proposals/${number}`);
    await expect(page.locator("main .prose").filter({ hasText: text })).toHaveCount(1);
  }
});

test("what was typed when the session ended is there again after signing in", async ({ as, asNobody }) => {
  const number = await publish(await as("Noor Haddad"), written);
  const page = await asNobody();
  await signInAs(page, "Jules Marchetti", `/proposals/${number}`);
  await page.goto(`/proposals/${number}`);
  await field(page).fill("Twenty minutes of thought.");
  await page.context().clearCookies();
  await send(page).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.locator("main")).toContainText("What you typed is kept");
  await page.getByRole("button", { name: "Jules Marchetti", exact: true }).click();
  await expect(field(page)).toHaveValue("Twenty minutes of thought.");
  await send(page).click();
  await expect(page.locator("main .prose").filter({ hasText: "Twenty minutes of thought." })).toHaveCount(1);
});

test("of two who publish at once one does it, and the other is told", async ({ as }) => {
  const [here, there] = [await as("Noor Haddad"), await as("Noor Haddad")];
  const number = await saveDraft(here, written);
  const pages = [here, there];
  for (const page of pages) await page.goto(`/proposals/${number}`);
  const button = (page: Page) => page.getByRole("button", { name: "Publish", exact: true });
  await Promise.all(pages.map((page) => button(page).click()));
  const told = (page: Page) => refusal(page).or(head(page).getByText("In discussion")).first();
  for (const page of pages) await expect(told(page)).toBeVisible();
  const refusals = await Promise.all(pages.map((page) => refusal(page).count()));
  expect(refusals.toSorted()).toEqual([0, 1]);
  await here.goto(`/proposals/${number}/history`);
  await expect(here.locator("main").getByText(/published/i)).toHaveCount(1);
});

test("dates that do not exist are refused with what would be right", async ({ as }) => {
  const sam = await as("Sam Whitfield", { javaScriptEnabled: false });
  await sam.goto("/meetings/new");
  const meeting = form(sam, "New meeting");
  // A browser's date field takes no such day; whoever sends it otherwise is told.
  await meeting.getByLabel("Date", { exact: true }).evaluate((input) => input.setAttribute("type", "text"));
  await meeting.getByLabel("Date", { exact: true }).fill("2034-02-30");
  await meeting.getByRole("button", { name: "Set the meeting", exact: true }).click();
  await expect(refusal(sam)).toContainText(/2034-02-30|February|February has/);
});
