import { form, refusal } from "./support/forms";
import { expect, type Page, test } from "./support/people";
import { publish } from "./support/proposals";

// A file of its own: a trace would keep the text with each step.
test.use({ trace: "off" });

const field = (page: Page, label: string) => form(page, "Proposal").getByLabel(label, { exact: true });

test("2 MB in one field of a proposal are not kept, and the field is named; they stay where they were pasted", async ({
  as,
}) => {
  test.setTimeout(150_000);
  const slow = { timeout: 60_000 }; // laying out that much takes a browser its time
  const page = await as("Noor Haddad");
  await page.goto("/proposals/new");
  const long = "Many words, pasted by the page.\n".repeat(65_536).trim();
  await field(page, "Title").fill("Too much of everything");
  // Pasted, not typed: a browser takes a minute to fill in so much by itself.
  await field(page, "Risks and exit").evaluate((area, text) => {
    if (area instanceof HTMLTextAreaElement) area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, long);
  await expect(page.locator(".saved-at")).toContainText("“Risks and exit” has 2,097,151 characters", slow);
  await page.getByRole("button", { name: "Save draft", exact: true }).click();
  await expect(refusal(page)).toContainText(
    "A section may have 60,000 characters; this has 2,097,151.",
    slow,
  );
  expect((await field(page, "Risks and exit").inputValue()).length).toBe(long.length);
});

const wall = {
  title: "A wall to paste things on",
  summary: "What people paste without looking.",
  asks: [{ kind: "inform", text: "Know that it holds.", owner: "@noor" }],
} as const;

for (const javaScriptEnabled of [true, false]) {
  test(`2 MB pasted into a comment are refused with the limit, and kept, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    as,
  }) => {
    test.setTimeout(150_000);
    const noor = await as("Noor Haddad", { javaScriptEnabled });
    const number = await publish(noor, wall);
    const long = "Many words, pasted by the page.\n".repeat(65_536).trim();
    await noor.goto(`/proposals/${number}`);
    const field = noor.getByLabel("Your comment");
    // Pasted, not typed: a browser takes a minute to fill in so much by itself.
    await field.evaluate((area, text) => {
      if (area instanceof HTMLTextAreaElement) area.value = text;
    }, long);
    await form(noor, "Add to the discussion").getByRole("button", { name: "Comment", exact: true }).click();
    await expect(refusal(noor)).toContainText("A comment may have 60,000 characters; this has 2,097,151.", {
      timeout: 60_000,
    });
    expect((await field.inputValue()).length).toBe(long.length);
  });
}
