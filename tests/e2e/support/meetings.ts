import { expect, type Page } from "@playwright/test";
import { fill, form, head, unfold } from "./forms";

/** Sets a meeting by hand, on a day that no other journey uses. */
export async function setMeeting(page: Page, date: string, minutes = "60"): Promise<void> {
  await page.goto("/meetings/new");
  const meeting = form(page, "New meeting");
  await fill(meeting, { Date: date, Minutes: minutes });
  await meeting.getByRole("button", { name: "Set the meeting", exact: true }).click();
  await page.waitForURL(new RegExp(`/meetings/${date}`));
}

export async function publishAgenda(page: Page, date: string): Promise<void> {
  await page.goto(`/meetings/${date}`);
  await page.getByRole("button", { name: "Publish the agenda", exact: true }).click();
  await expect(head(page)).toContainText("Agenda published");
}

export async function callToOrder(page: Page, date: string): Promise<void> {
  await page.goto(`/meetings/${date}/session`);
  await page.getByRole("button", { name: "Call to order", exact: true }).click();
  await expect(head(page)).toContainText("In session");
}

export async function recordAttendance(page: Page, date: string, present: readonly string[]): Promise<void> {
  await page.goto(`/meetings/${date}/session`);
  await unfold(page, "attendance");
  const attendance = form(page, "Attendance");
  for (const name of present) await attendance.getByLabel(name).first().selectOption("present");
  await attendance.getByRole("button", { name: "Save attendance", exact: true }).click();
  await expect(page.getByText("Change attendance")).toBeVisible();
}

export async function openItem(page: Page, date: string, title: string): Promise<void> {
  await lookAt(page, date, title);
  await page.getByRole("button", { name: "Open the item", exact: true }).click();
  await expect(page.getByRole("button", { name: "Close the item", exact: true })).toBeVisible();
}

/** Shows one item of a meeting in the session. */
export async function lookAt(page: Page, date: string, title: string): Promise<void> {
  await page.goto(`/meetings/${date}/session`);
  await page
    .getByRole("navigation", { name: "Agenda of this meeting" })
    .getByRole("link", { name: title })
    .click();
  await expect(
    page.getByRole("link", { name: title }).and(page.locator("[aria-current=true]")),
  ).toBeVisible();
}

export interface Line {
  kind: "note" | "question" | "answer" | "agreed" | "action";
  text: string;
  owner?: string;
  due?: string;
}

const marks = { note: "", question: "? ", answer: "a: ", agreed: "! ", action: "> " } as const;

/** Writes a line under the item that is shown, as it is typed. */
export async function writeLine(page: Page, { kind, text, owner = "", due = "" }: Line): Promise<void> {
  const typed = `${marks[kind]}${owner && `${owner} `}${text}${due && ` by ${due}`}`;
  const line = form(page, "Write a line");
  await line.getByLabel("Line", { exact: true }).fill(typed);
  await line.getByRole("button", { name: "Write it down", exact: true }).click();
  await expect(page.locator("[data-live=lines] > li").filter({ hasText: text }).first()).toBeVisible();
  await expect(form(page, "Write a line").getByLabel("Line", { exact: true })).toHaveValue("");
}

export interface Decided {
  outcome: "Approved" | "Redirected" | "Declined" | "No decision";
  text: string;
  condition?: { text: string; owner: string };
  /** Something is missing: it is refused before it could be confirmed. */
  incomplete?: true;
}

/** Records a decision on the item that is shown, once it was said what it does. */
export async function decide(page: Page, { outcome, text, condition, incomplete }: Decided): Promise<void> {
  const decision = form(page, "Decision");
  await decision.getByLabel(outcome, { exact: true }).check();
  await decision.getByLabel("The decision in words").fill(text);
  if (condition) {
    await unfold(page, "Conditions and review date");
    const fields = decision.getByRole("group", { name: "Condition 1", exact: true });
    await fill(fields, { "What has to be met": condition.text, Owner: condition.owner });
  }
  await decision.getByRole("button", { name: "Record the decision", exact: true }).click();
  if (incomplete) return;
  await decision.getByRole("button", { name: "Confirm the decision", exact: true }).click();
}

export async function adjourn(page: Page, date: string): Promise<void> {
  await page.goto(`/meetings/${date}/session`);
  await unfold(page, "Adjourn the meeting");
  await form(page, "Adjourn").getByRole("button", { name: "Adjourn", exact: true }).click();
  await page.waitForURL(new RegExp(`/meetings/${date}/minutes`));
}

export async function publishMinutes(page: Page, date: string): Promise<void> {
  await page.goto(`/meetings/${date}/minutes`);
  await page.getByRole("button", { name: "Publish the minutes", exact: true }).click();
  await expect(head(page)).toContainText("Minutes published");
}

export const theBoard = ["Imani Okafor", "Pavel Novak", "Leilani Kealoha", "Ruth Achterberg", "Keiko Mori"];
