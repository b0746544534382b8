import { fill, form, head } from "./support/forms";
import { expect, type Page, test } from "./support/people";

const infra = "Dario Conti";
const requester = "Jules Marchetti";
const title = (number: number) => `Journey of the board, request ${number}`;

/** Makes a general request and files it; its number. */
async function request(page: Page, name: string): Promise<number> {
  await page.goto("/tickets/new?to=infra&type=general");
  await fill(form(page, "Ticket"), {
    Title: name,
    Description: "A place for the journey of the board, and a word when it is there.",
  });
  await form(page, "Ticket").getByLabel("Kind").selectOption("task");
  await page.getByText("Priority, size and labels").click();
  await page.getByLabel("Labels", { exact: false }).fill("journey");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(head(page)).toContainText("Draft");
  await page.getByRole("button", { name: "File", exact: true }).click();
  await expect(head(page)).toContainText("Filed");
  return Number(/\d+/.exec(new URL(page.url()).pathname)?.[0]);
}

test("an infra engineer triages on the board by keyboard, assigns several at once, asks, and is asked again", async ({
  as,
}) => {
  const asker = await as(requester);
  const [first, second] = [await request(asker, title(1)), await request(asker, title(2))];

  const page = await as(infra);
  await page.goto("/tickets?label=journey&view=board");
  const card = page.locator(`#ticket-${first}`);
  await card.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText(`T-${first} is in “Needs review” now.`)).toBeVisible();
  await expect(card).toBeFocused();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText(`T-${first} is in “Waiting on assignee” now.`)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(`#ticket-${second}`)).toBeFocused();

  await page.goto("/tickets?label=journey");
  for (const number of [first, second]) await page.getByLabel(`Choose T-${number}`, { exact: true }).check();
  await page.getByText("Change the chosen tickets").click();
  await fill(form(page, "Change the chosen tickets"), { Owner: "@dario" });
  await form(page, "Change the chosen tickets").getByLabel("Priority").selectOption("high");
  await page.getByRole("button", { name: "Change them" }).click();
  await expect(page.getByText("2 of 2 were changed.")).toBeVisible();

  await page.goto(`/tickets/${first}`);
  await expect(page.getByText("High")).toBeVisible();
  await page.locator("summary", { hasText: "Ask the requester" }).click();
  await form(page, "Ask the requester").getByRole("textbox").fill("Which site?");
  await page.getByRole("button", { name: "Ask the requester" }).click();
  await expect(head(page)).toContainText("Waiting on reporter");

  await asker.goto("/tickets?waiting=me");
  await asker.getByRole("link", { name: title(1) }).click();
  await asker.locator("summary", { hasText: "Answer" }).click();
  await form(asker, "Answer").getByRole("textbox").fill("The second one.");
  await asker.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(head(asker)).toContainText("Waiting on assignee");

  await page.goto(`/tickets/${first}`);
  await page.getByRole("button", { name: "Mark as done" }).click();
  await expect(head(page)).toContainText("Done");
  await asker.reload();
  await asker.locator("summary", { hasText: "Reopen" }).click();
  await form(asker, "Reopen").getByRole("textbox").fill("It is on the wrong site.");
  await asker.getByRole("button", { name: "Reopen", exact: true }).click();
  await expect(head(asker)).toContainText("Reopened");
  await asker.goto(`/tickets/${first}/history`);
  await expect(asker.getByText("It is on the wrong site.")).toBeVisible();
});
