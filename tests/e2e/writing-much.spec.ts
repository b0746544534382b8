import { form, refusal } from "./support/forms";
import { expect, type Page, test } from "./support/people";
import { publish } from "./support/proposals";

// A file of its own: a trace would keep the text with each step.
test.use({ trace: "off" });

const field = (page: Page, label: string) => form(page, "Proposal").getByLabel(label, { exact: true });

const words = "Many words, pasted by the page.\n";
/** 2 MB, as they are sent; in a field a browser needs minutes to lay them out, so there it is a quarter of that. */
const long = words.repeat(65_536).trim();
const pasted = words.repeat(16_384).trim();

test("half a MB in one field of a proposal is not kept, and the field is named; it stays where it was pasted", async ({
  as,
}) => {
  test.setTimeout(150_000);
  const slow = { timeout: 60_000 }; // laying out that much takes a browser its time
  const page = await as("Noor Haddad");
  await page.goto("/proposals/new");
  await field(page, "Title").fill("Too much of everything");
  // Pasted, not typed: a browser takes a minute to fill in so much by itself.
  await field(page, "Risks and exit").evaluate((area, text) => {
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.style.contentVisibility = "hidden"; // laying out that much takes a browser seconds, at each turn
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, pasted);
  await expect(page.locator(".saved-at")).toContainText("“Risks and exit” has 524,287 characters", slow);
  await page.getByRole("button", { name: "Save draft", exact: true }).click();
  await expect(refusal(page)).toContainText("A section may have 60,000 characters; this has 524,287.", slow);
  expect((await field(page, "Risks and exit").inputValue()).length).toBe(pasted.length);
});

const wall = {
  title: "A wall to paste things on",
  summary: "What people paste without looking.",
  asks: [{ kind: "inform", text: "Know that it holds.", owner: "@noor" }],
} as const;

const limit = (characters: string) => `A comment may have 60,000 characters; this has ${characters}.`;

test("half a MB pasted into a comment is refused with the limit, and kept, with JavaScript", async ({
  as,
}) => {
  test.setTimeout(150_000);
  const noor = await as("Noor Haddad");
  const number = await publish(noor, wall);
  await noor.goto(`/proposals/${number}`);
  const field = noor.getByLabel("Your comment");
  // Pasted, not typed: a browser takes a minute to fill in so much by itself.
  await field.evaluate((area, text) => {
    if (!(area instanceof HTMLTextAreaElement)) return;
    area.style.contentVisibility = "hidden"; // laying out that much takes a browser seconds, at each turn
    area.value = text;
  }, pasted);
  await form(noor, "Add to the discussion").getByRole("button", { name: "Comment", exact: true }).click();
  await expect(refusal(noor)).toContainText(limit("524,287"), { timeout: 60_000 });
  expect((await field.inputValue()).length).toBe(pasted.length);
});

test("2 MB pasted into a comment are refused with the limit, and kept, without JavaScript", async ({
  as,
}) => {
  const noor = await as("Noor Haddad", { javaScriptEnabled: false });
  const number = await publish(noor, wall);
  await noor.goto(`/proposals/${number}`);
  // Sent as the browser sends it, which would take half a minute to lay the answer out.
  const fields = await form(noor, "Add to the discussion").evaluate((element) =>
    element instanceof HTMLFormElement
      ? Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)]))
      : {},
  );
  const { origin } = new URL(noor.url());
  const answer = await noor.request.post(noor.url(), {
    headers: { origin },
    multipart: { ...fields, markdown: long },
  });
  const page = await answer.text();
  expect(page).toContain(limit("2,097,151"));
  expect(/<textarea[^>]*name="markdown"[^>]*>([^<]*)</.exec(page)?.[1]?.trim()).toBe(long);
});
