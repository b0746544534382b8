import { expect, type Page } from "@playwright/test";
import { fill, form, head } from "./forms";

export interface AskWritten {
  kind: "board_decision" | "infra_request" | "sig_work" | "external" | "inform";
  text: string;
  owner: string;
  test?: string;
}

export interface ProposalWritten {
  title: string;
  summary?: string;
  sig?: string;
  asks?: readonly AskWritten[];
  why?: string;
}

/** Fills in the form for a proposal; nothing is sent. */
export async function writeOn(page: Page, written: ProposalWritten): Promise<void> {
  const proposal = form(page, "Proposal");
  await fill(proposal, { Title: written.title, Summary: written.summary ?? "" });
  if (written.sig) await fill(proposal, { SIG: written.sig });
  for (const [row, ask] of (written.asks ?? []).entries()) {
    const fields = proposal.getByRole("group", { name: `Ask ${row + 1}`, exact: true });
    const more = fields.locator("details");
    if ((await more.getAttribute("open")) === null) await more.locator("summary").click();
    await fill(fields, {
      Kind: ask.kind,
      "What is asked": ask.text,
      Owner: ask.owner,
      "Acceptance test": ask.test ?? "Everybody can see it.",
    });
  }
  if (written.why) await fill(proposal, { "What is wanted of the board, and why": written.why });
}

/** Saves a new draft, and gives its number. The form has two rows for asks; for each further one a button is pressed. */
export async function saveDraft(page: Page, written: ProposalWritten): Promise<number> {
  await page.goto("/proposals/new");
  const asks = written.asks ?? [];
  await writeOn(page, { ...written, asks: asks.slice(0, 2) });
  for (let row = 2; row < asks.length; row += 1) {
    await page.getByRole("button", { name: "Add another ask" }).click();
    await expect(page.getByRole("group", { name: `Ask ${row + 1}`, exact: true })).toBeVisible();
  }
  if (asks.length > 2) await writeOn(page, written);
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.waitForURL(/\/proposals\/\d+$/);
  return Number(/\d+$/.exec(page.url())?.[0]);
}

export async function publishDraft(page: Page, number: number): Promise<void> {
  await page.goto(`/proposals/${number}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(head(page)).toContainText("In discussion");
}

/** Writes a proposal and publishes it. */
export async function publish(page: Page, written: ProposalWritten): Promise<number> {
  const number = await saveDraft(page, written);
  await publishDraft(page, number);
  return number;
}

export async function comment(page: Page, number: number, text: string): Promise<void> {
  await page.goto(`/proposals/${number}`);
  const discussion = form(page, "Add to the discussion");
  await discussion.getByLabel("Your comment").fill(text);
  await discussion.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByLabel("Your comment")).toHaveValue("");
}

/** Asks somebody, who then owes the answer: `@noor`, or a body. */
export async function ask(page: Page, number: number, of: string, question: string): Promise<void> {
  await page.goto(`/proposals/${number}/questions`);
  const asking = form(page, "Ask a question");
  await fill(asking, { Question: question, "Who should answer": of });
  await asking.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: question })).toBeVisible();
}

export async function answer(page: Page, proposal: number, question: number, text: string): Promise<void> {
  await page.goto(`/proposals/${proposal}/questions`);
  const asked = page.locator(`#question-${question}`);
  await asked.locator("summary", { hasText: "Answer" }).click();
  await asked.getByRole("textbox", { name: "Answer" }).fill(text);
  await asked.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.locator(`#question-${question}`).getByText("Answered").first()).toBeVisible();
}

export async function askForTime(page: Page, number: number, minutes: string, note = ""): Promise<void> {
  await page.goto(`/proposals/${number}/board`);
  const asking = form(page, "Ask for time");
  await fill(asking, { Minutes: minutes, "Note to the secretary": note });
  await asking.getByRole("button", { name: "Ask for time", exact: true }).click();
  await expect(page.getByText("Time asked for").first()).toBeVisible();
}

export interface Offer {
  meeting: string;
  present: string;
  questions: string;
  note?: string;
  unreadyReason?: string;
}

export async function fillOffer(page: Page, number: number, offer: Offer): Promise<void> {
  await page.goto(`/proposals/${number}/board`);
  await fill(form(page, "Offer a slot"), {
    Meeting: offer.meeting,
    "Minutes to present": offer.present,
    "Minutes for questions": offer.questions,
    Note: offer.note ?? "",
    "Reason to take it before it is ready": offer.unreadyReason ?? "We want to hear it.",
  });
}

export async function offerTime(page: Page, number: number, offer: Offer): Promise<void> {
  await fillOffer(page, number, offer);
  await form(page, "Offer a slot").getByRole("button", { name: "Offer a slot", exact: true }).click();
  await expect(page.getByText("Slot offered").first()).toBeVisible();
}

export async function acceptTime(page: Page, number: number): Promise<void> {
  await page.goto(`/proposals/${number}/board`);
  await page.getByRole("button", { name: "Accept the offer", exact: true }).click();
  await expect(page.getByText("Slot accepted").first()).toBeVisible();
}

/** The whole negotiation, without a word too many. */
export async function schedule(
  requester: Page,
  secretary: Page,
  number: number,
  meeting: string,
): Promise<void> {
  await askForTime(requester, number, "10 to 15");
  await offerTime(secretary, number, { meeting, present: "10", questions: "10" });
  await acceptTime(requester, number);
}
