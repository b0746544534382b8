import { form, head, refusal } from "./support/forms";
import {
  adjourn,
  callToOrder,
  decide,
  openItem,
  publishAgenda,
  recordAttendance,
  setMeeting,
  writeLine,
} from "./support/meetings";
import { expect, type Page, test } from "./support/people";
import {
  acceptTime,
  answer,
  ask,
  askForTime,
  comment,
  offerTime,
  publishDraft,
  saveDraft,
} from "./support/proposals";
import { moveTicket, placeAsTicket, settle, ticketNamed } from "./support/tickets";

const day = "2033-02-09";
const plain = { javaScriptEnabled: false };
const title = "Everything by plain forms";
const proposal = {
  title,
  summary: "Whoever reads with an old browser, or a careful one, takes part as well.",
  asks: [
    { kind: "board_decision", text: "Say that plain forms stay.", owner: "board" },
    { kind: "sig_work", text: "Try each of them once a year.", owner: "sig-cloud" },
  ],
} as const;

test("the whole path can be walked without JavaScript", async ({ as }) => {
  test.setTimeout(120_000);
  const noor = await as("Noor Haddad", plain);
  const sam = await as("Sam Whitfield", plain);
  const ruth = await as("Ruth Achterberg", plain);

  const number =
    await test.step("a proposal is written, refused where something is missing, and published", async () => {
      await noor.goto("/proposals/new");
      await noor.getByLabel("Summary").fill("What I typed.");
      await noor.getByRole("button", { name: "Save draft" }).click();
      await expect(refusal(noor)).toContainText("Give it a title");
      await expect(noor.getByLabel("Summary")).toHaveValue("What I typed.");
      const written = await saveDraft(noor, proposal);
      await publishDraft(noor, written);
      return written;
    });

  await test.step("it is commented, a question asked and answered", async () => {
    await comment(sam, number, "I read this in a terminal.");
    await expect(sam.locator("main")).toContainText("I read this in a terminal.");
    await ask(sam, number, "@noor", "Does the agenda work too?");
    await answer(noor, number, 1, "It does.");
  });

  await test.step("time is asked for, offered and accepted", async () => {
    await setMeeting(sam, day);
    await askForTime(noor, number, "10 to 15");
    await offerTime(sam, number, { meeting: day, present: "10", questions: "10" });
    await acceptTime(noor, number);
    await publishAgenda(sam, day);
  });

  await test.step("the meeting is held", async () => {
    await callToOrder(ruth, day);
    await recordAttendance(ruth, day, ["Imani Okafor", "Pavel Novak", "Ruth Achterberg"]);
    await openItem(ruth, day, title);
    await writeLine(ruth, { kind: "agreed", text: "Plain forms stay." });
    await decide(ruth, { outcome: "Redirected", text: "Open tickets for it." });
    await expect(ruth.locator("#decision")).toContainText("Open tickets for it.");
    await adjourn(ruth, day);
  });

  await test.step("it is split, and a ticket is filed", async () => {
    await settle(noor, number, "ask 1", { how: "Dropped", text: "Agreed on in the meeting." });
    const work = { Title: "Try each form once a year", Owner: "sig-cloud" };
    await placeAsTicket(noor, number, "ask 2", { to: "sig", fields: work });
    await confirm(noor);
    await moveTicket(noor, await ticketNamed(noor, number, work.Title), ["File"]);
    await expect(head(noor)).toContainText("Filed");
  });
});

async function confirm(page: Page): Promise<void> {
  await form(page, "Confirm the split")
    .getByRole("button", { name: "Confirm the split", exact: true })
    .click();
  await expect(head(page)).toContainText("Receipt");
}

test("signing in, the theme and the search work without JavaScript", async ({ asNobody }) => {
  const page = await asNobody(plain);
  await page.goto("/sign-in?back=/inbox");
  await page.getByRole("button", { name: "Dario Conti", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/inbox/i);
  await page.goto("/search?q=nightly");
  await expect(page.locator("main")).toContainText("Nightly images");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
