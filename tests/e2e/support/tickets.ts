import { expect, type Locator, type Page } from "@playwright/test";
import { fill, form, head } from "./forms";

/** Where a ticket of a split goes, and what it says beside what is proposed already. */
export interface Ticket {
  to: "board" | "infra" | "initiative" | "sig" | "external";
  /** For the infra team. */
  type?: string;
  fields: Readonly<Record<string, string>>;
}

/** The part of a split page that is about one thing: “ask 2”, “question 1”, “condition 1”. */
function place(page: Page, source: string): Locator {
  return page.getByRole("form", { name: `Place ${source}`, exact: true });
}

async function openForm(page: Page, proposal: number, source: string): Promise<void> {
  await page.goto(`/proposals/${proposal}/split`);
  await page.getByRole("link", { name: `Place ${source}`, exact: true }).click();
  await expect(place(page, source)).toBeVisible();
}

/** Makes a ticket of one thing that must be accounted for. */
export async function placeAsTicket(
  page: Page,
  proposal: number,
  source: string,
  { to, type, fields }: Ticket,
): Promise<void> {
  await openForm(page, proposal, source);
  const where = form(page, "Where it goes");
  await where.getByLabel("Destination").selectOption(to);
  if (type) await where.getByLabel("Request type").selectOption(type);
  await where.getByRole("button", { name: "Show its fields" }).click();
  await page.waitForURL(new RegExp(`to=${to}`));
  await fill(place(page, source), fields);
  await place(page, source).getByRole("button", { name: "Make the ticket", exact: true }).click();
  await expect(page.getByText(fields.Title ?? "").first()).toBeVisible();
  await expect(place(page, source)).toHaveCount(0);
}

/** Says that something is answered, or why it is dropped. */
export async function settle(
  page: Page,
  proposal: number,
  source: string,
  { how, text }: { how: "Answered" | "Dropped"; text: string },
): Promise<void> {
  await openForm(page, proposal, source);
  await page.getByRole("link", { name: how, exact: true }).click();
  const [label, button] =
    how === "Answered" ? ["The answer", "Record the answer"] : ["Why it is dropped", "Drop it"];
  await place(page, source).getByLabel(label).fill(text);
  await place(page, source).getByRole("button", { name: button, exact: true }).click();
  await expect(place(page, source)).toHaveCount(0);
}

/** Where each move leads. */
const leadsTo = {
  File: "Filed",
  "Take up for review": "Needs review",
  "Accept the work": "Waiting on assignee",
  "Mark as done": "Done",
} as const;

/** Makes moves of a ticket, one after the other, by the words on their buttons. */
export async function moveTicket(
  page: Page,
  ticket: number,
  moves: readonly (keyof typeof leadsTo)[],
): Promise<void> {
  await page.goto(`/tickets/${ticket}`);
  for (const move of moves) {
    await page.getByRole("button", { name: move, exact: true }).click();
    await expect(head(page)).toContainText(leadsTo[move]);
  }
}

/** The number of the ticket with that title among those of a proposal. */
export async function ticketNamed(page: Page, proposal: number, title: string): Promise<number> {
  await page.goto(`/proposals/${proposal}/tickets`);
  const href = await page.getByRole("link", { name: title }).first().getAttribute("href");
  return Number(/\d+$/.exec(href ?? "")?.[0]);
}
