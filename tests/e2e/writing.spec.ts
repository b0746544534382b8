import { form, head, refusal } from "./support/forms";
import { expect, type Page, signInAs, test } from "./support/people";
import { publishDraft, saveDraft } from "./support/proposals";

const plain = { javaScriptEnabled: false };
const why = "What is wanted of the board, and why";
const field = (page: Page, label: string) => form(page, "Proposal").getByLabel(label, { exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const saved = (page: Page) => page.locator(".saved-at").filter({ hasText: /Saved \d\d:\d\d/ });

test("what somebody typed is there again after the browser was closed", async ({ as }) => {
  const title = "Typed, and never sent";
  const first = await as("Jules Marchetti");
  await first.goto("/proposals/new");
  await field(first, "Title").fill(title);
  await field(first, why).fill("Because **it matters** 🙂.");
  await expect(saved(first)).toBeVisible();
  await first.close();

  const second = await as("Jules Marchetti");
  await second.goto("/proposals/new");
  await second.getByRole("link", { name: `Go on with ${title}` }).click();
  await expect(field(second, "Title")).toHaveValue(title);
  await expect(field(second, why)).toHaveValue("Because **it matters** 🙂.");
  await press(second, "Save draft");
  await expect(head(second)).toContainText(title);
  await second.goto("/proposals/new");
  await expect(second.getByText(title)).toHaveCount(0);
});

test("what was typed the moment before the window closed is not lost", async ({ as }) => {
  const page = await as("Jules Marchetti");
  const number = await saveDraft(page, { title: "Closed in a hurry" });
  await page.goto(`/proposals/${number}/edit`);
  await field(page, "Summary").fill("One word more");
  await page.goto("/proposals");
  await page.goto(`/proposals/${number}/edit`);
  await expect(page.getByText("This is not in the proposal yet")).toBeVisible();
  await expect(field(page, "Summary")).toHaveValue("One word more");
  await press(page, "Discard");
  await expect(page.getByText("This is not in the proposal yet")).toHaveCount(0);
  await expect(field(page, "Summary")).toHaveValue("");
});

test("with the portal away the text stays in the browser, and is offered again", async ({ as }) => {
  const page = await as("Jules Marchetti");
  const number = await saveDraft(page, { title: "Written on a train" });
  await page.goto(`/proposals/${number}/edit`);
  await page.route("**/proposals/working-copies", (route) => route.abort());
  await field(page, "Summary").fill("Typed in a tunnel");
  await expect(page.locator(".saved-at")).toContainText("Not saved: the portal cannot be reached.");
  await page.unroute("**/proposals/working-copies");
  await page.evaluate(() => {
    // What leaves while the page closes is lost in the tunnel too.
    navigator.sendBeacon = () => false;
  });
  await page.goto(`/proposals/${number}/edit`);
  await expect(field(page, "Summary")).toHaveValue("");
  await press(page, "Put it back");
  await expect(field(page, "Summary")).toHaveValue("Typed in a tunnel");
  await page.reload();
  await expect(page.getByText("This browser kept")).toHaveCount(0);
});

test("a text goes on when the session has ended, and is there after signing in", async ({ asNobody }) => {
  const page = await asNobody();
  await signInAs(page, "Jules Marchetti", "/proposals/new");
  await page.goto("/proposals/new");
  await page.context().clearCookies();
  await field(page, "Title").fill("Signed out on the way");
  await expect(page.locator(".saved-at")).toContainText("you are signed out");
  await press(page, "Save draft");
  await expect(page).toHaveURL(/\/sign-in/);
  await press(page, "Jules Marchetti");
  await expect(field(page, "Title")).toHaveValue("Signed out on the way");
  await press(page, "Save draft");
  await expect(head(page)).toContainText("Signed out on the way");
});

test("two windows with the same text do not write over each other", async ({ as }) => {
  const page = await as("Jules Marchetti");
  const number = await saveDraft(page, { title: "In two windows" });
  await page.goto(`/proposals/${number}/edit`);
  await field(page, "Summary").fill("Begun");
  await expect(saved(page)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(`/proposals/${number}/edit`);
  await field(page, "Summary").fill("Here");
  await expect.poll(() => page.locator('input[name="copyVersion"]').inputValue()).toBe("2");
  await field(other, "Summary").fill("There");
  await expect(other.locator(".saved-at")).toContainText("Another window went on with this text");
  await page.goto(`/proposals/${number}/edit`);
  await expect(field(page, "Summary")).toHaveValue("There");
  await page.getByRole("link", { name: /^Go on/ }).click();
  await expect(field(page, "Summary")).toHaveValue("Here");
});

for (const [how, options] of [
  ["with", {}],
  ["without", plain],
] as const) {
  test(`a preview shows what readers will see, ${how} JavaScript`, async ({ as }) => {
    const page = await as("Noor Haddad", options);
    await page.goto("/proposals/new");
    await field(page, "Title").fill(`Seen before, ${how}`);
    await field(page, why).fill("**Strong** reasons, [here](javascript:alert(1)).");
    const row = page.getByRole("group", { name: "Ask 1", exact: true });
    await row.getByLabel("What is asked").fill("Say yes.");
    await row.getByLabel("Owner").fill("@nobody-of-that-name");
    await press(page, "Preview");
    await expect(page).toHaveURL(/\/proposals\/preview\?copy=/);
    await expect(page.locator("main .prose strong")).toHaveText("Strong");
    await expect(page.locator('main a[href^="javascript"]')).toHaveCount(0);
    await expect(page.locator("main .note")).toContainText("Ask 1: owner: “@nobody-of-that-name”");
    await page.getByRole("link", { name: "Go on writing" }).click();
    await expect(field(page, "Title")).toHaveValue(`Seen before, ${how}`);
    await page.getByRole("group", { name: "Ask 1", exact: true }).getByLabel("Owner").fill("sig-leaders");
    await press(page, "Preview");
    await expect(page.locator("#ask-1")).toContainText("the SIG leaders");
    await press(page, "Save draft");
    await expect(head(page)).toContainText(`Seen before, ${how}`);
  });

  test(`two authors who save the same section bring both texts together, ${how} JavaScript`, async ({
    as,
  }) => {
    const [here, there] = [await as("Noor Haddad", options), await as("Noor Haddad", options)];
    const number = await saveDraft(here, {
      title: `Two authors ${how}`,
      summary: "A text of two.",
      asks: [{ kind: "inform", text: "Know it.", owner: "@noor" }],
      why: "We need three hosts until May. Nothing else changes.",
    });
    await publishDraft(here, number);
    for (const page of [here, there]) await page.goto(`/proposals/${number}/edit`);
    await field(there, why).fill("We need four hosts until May. Nothing else changes.");
    await field(there, "Title").fill("Their title");
    await field(there, "Why it changes").fill("One more host.");
    await press(there, "Publish this revision");
    await expect(head(there)).toContainText("Their title");

    await field(here, why).fill("We need three hosts until June. Nothing else changes.");
    await field(here, "Title").fill("My title");
    await field(here, "A concrete example").fill("Only mine.");
    await field(here, "Why it changes").fill("A month more.");
    await press(here, "Publish this revision");
    await expect(here).toHaveURL(/\/merge\?copy=/);
    await expect(here.locator("main")).toContainText("Taken over from what you wrote: A concrete example.");
    const title = here.getByRole("group", { name: "Title", exact: true });
    await expect(title.locator(".merge-side").first()).toContainText("Their title");
    await title.getByLabel("As you wrote it").check();
    const section = here.getByRole("group", { name: why, exact: true });
    await expect(section.getByLabel("Both together", { exact: true })).toHaveValue(
      "We need four hosts until June. Nothing else changes.",
    );
    await press(here, "Publish this revision");
    await expect(head(here)).toContainText("My title");
    await expect(here.locator("main")).toContainText("We need four hosts until June.");
    await expect(here.locator("main")).toContainText("Only mine.");
  });
}

test("a draft that was published meanwhile asks why it changes, and keeps the text", async ({ as }) => {
  const [here, there] = [await as("Noor Haddad", plain), await as("Noor Haddad")];
  const asks = [{ kind: "inform", text: "Know it.", owner: "@noor" }] as const;
  const number = await saveDraft(there, { title: "Published meanwhile", summary: "Soon.", asks });
  await here.goto(`/proposals/${number}/edit`);
  await publishDraft(there, number);
  await field(here, "Summary").fill("Sooner than I thought.");
  await press(here, "Save draft");
  await expect(here).toHaveURL(/\/merge\?copy=/);
  await press(here, "Publish this revision");
  await expect(refusal(here)).toContainText("say why it changes");
  await here.getByLabel("Why it changes").fill("It went quicker.");
  await press(here, "Publish this revision");
  await expect(here.locator("main")).toContainText("Sooner than I thought.");
});

test("the toolbar works by keyboard, and undo takes back what it did", async ({ as }) => {
  const page = await as("Noor Haddad");
  await page.goto("/proposals/new");
  const area = field(page, why);
  await area.fill("one two");
  await area.press("ControlOrMeta+a");
  await area.press("ControlOrMeta+b");
  await expect(area).toHaveValue("**one two**");
  await area.press("ControlOrMeta+z");
  await expect(area).toHaveValue("one two");
  await area.press("ControlOrMeta+a");
  await area.press("ControlOrMeta+k");
  await expect(area).toHaveValue("[one two](https://)");
  await expect(area, "the search does not take the focus away").toBeFocused();
  await area.press("ControlOrMeta+z");
  await expect(area).toHaveValue("one two");
  await area.press("ControlOrMeta+a");
  const tools = page.getByRole("toolbar", { name: "Formatting" }).first();
  await area.press("Shift+Tab");
  await expect(tools.getByRole("button", { name: "Bold" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(tools.getByRole("button", { name: "Italic" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(tools.getByRole("button", { name: "Quote" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(area).toHaveValue("> one two");
  await expect(area).toBeFocused();
  await area.press("ControlOrMeta+a");
  await area.evaluate((target) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "https://example.org/plan");
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(area).toHaveValue("[> one two](https://example.org/plan)");
});

test("more asks than a proposal may have are refused, and all of them kept", async ({ as }) => {
  const page = await as("Noor Haddad");
  await page.goto("/proposals/new");
  await field(page, "Title").fill("Too much to ask");
  // 300 rows, as somebody who goes on adding would have them.
  await page.evaluate(() => {
    const proposal = document.querySelector<HTMLFormElement>('form[aria-label="Proposal"]');
    for (let row = 0; row < 300; row += 1) {
      for (const [name, value] of [
        ["kind", "inform"],
        ["text", `Ask ${row}`],
      ]) {
        const input = document.createElement("input");
        Object.assign(input, { type: "hidden", name: `asks.${row}.${name}`, value });
        proposal?.append(input);
      }
    }
  });
  await press(page, "Save draft");
  await expect(refusal(page)).toContainText("A proposal may have 100 asks; this has 300.");
  await press(page, "Preview");
  await page.getByRole("link", { name: "Go on writing" }).click();
  const last = page.getByRole("group", { name: "Ask 300", exact: true });
  await expect(last.getByLabel("What is asked")).toHaveValue("Ask 299");
  await expect(page.getByRole("group", { name: /^Ask \d+$/ })).toHaveCount(300);
});

test("text from right to left, and emoji, are written and read as they are", async ({ as }) => {
  const page = await as("Noor Haddad");
  const title = "منطقة تعمل على Stream 👩🏽‍💻";
  const number = await saveDraft(page, { title, summary: "שלום 👋🏽", why: "- نعم\n- 🙂" });
  await expect(head(page)).toContainText(title);
  await page.goto(`/proposals/${number}/edit`);
  await expect(field(page, "Title")).toHaveAttribute("dir", "auto");
  await expect(field(page, "Title")).toHaveValue(title);
  await expect(field(page, why)).toHaveValue("- نعم\n- 🙂");
});
