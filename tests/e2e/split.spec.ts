import { fill, form, head, unfold } from "./support/forms";
import {
  adjourn,
  callToOrder,
  decide,
  openItem,
  publishAgenda,
  publishMinutes,
  recordAttendance,
  setMeeting,
  theBoard,
  writeLine,
} from "./support/meetings";
import { expect, type Page, test } from "./support/people";
import { ask, comment, publish, schedule } from "./support/proposals";
import { moveTicket, ticketNamed } from "./support/tickets";

const [day, later] = ["2033-06-08", "2033-07-13"];
const title = "Nine things to be split by keyboard";
const asks = [
  { kind: "board_decision", text: "Let the builders carry the name.", owner: "board" },
  { kind: "infra_request", text: "A project on the shared cluster for the builders.", owner: "infra" },
  { kind: "sig_work", text: "Write down how a builder is made.", owner: "sig-cloud" },
  { kind: "external", text: "The partner racks a shelf.", owner: "@noor" },
] as const;

test("a requester splits nine things by keyboard; infra bounces one, the board decides, and it returns", async ({
  as,
}) => {
  test.setTimeout(150_000);
  const [noor, sam, ruth, imani, dario] = [
    await as("Noor Haddad"),
    await as("Sam Whitfield"),
    await as("Ruth Achterberg"),
    await as("Imani Okafor"),
    await as("Dario Conti"),
  ];
  const number = await publish(noor, { title, summary: "A shelf of builders, for all.", asks });

  await test.step("Imani asks twice, promises something, and marks her promise", async () => {
    for (const question of ["Who keeps them running?", "Who pays for the shelf?"])
      await ask(imani, number, "@noor", question);
    await comment(imani, number, "I ask the partner about the shelf.");
    await imani.getByRole("link", { name: "Promise?" }).last().click();
    await imani.getByRole("button", { name: "Mark as a promise to follow up", exact: true }).click();
    await expect(imani.locator("#promise")).toContainText("Follow-up 1, marked by Imani Okafor");
  });

  await test.step("the board redirects it, with a condition and an ACTION", async () => {
    await setMeeting(sam, day);
    await schedule(noor, sam, number, day);
    await inSession(sam, ruth, day);
    await openItem(ruth, day, title);
    await sam.goto(`/meetings/${day}/session`);
    await writeLine(sam, { kind: "action", text: "Open the tickets.", owner: "@noor" });
    await ruth.goto(`/meetings/${day}/session`);
    await decide(ruth, {
      outcome: "Redirected",
      text: "Not as a whole: open specific tickets.",
      condition: { text: "Two people can restart a builder.", owner: "sig-cloud" },
    });
    await expect(ruth.locator("#decision")).toContainText("Not as a whole");
    await adjourn(ruth, day);
  });

  await test.step("Noor splits it without a mouse, and confirms at zero", async () => {
    await noor.goto(`/proposals/${number}/split`);
    await expect(noor.locator("main")).toContainText("0 of 9 placed");
    await expect(noor.getByRole("button", { name: "Confirm the split" })).toHaveCount(0);
    await noor.keyboard.press("j");
    await newTicket(noor, "ask 1", { Title: "Put the name on record" });
    await newTicket(noor, "ask 2", {
      ...{ Title: "A project for the builders", Owner: "infra" },
      ...{ "Project name": "stream-builders", Admins: "noor, tomas" },
    });
    await newTicket(noor, "ask 3", { Title: "How a builder is made", Owner: "sig-cloud" });
    await says(noor, "ask 4", "d", "Why it is dropped", "The partner did it already.");
    await says(noor, "question 1", "a", "The answer", "Two of the SIG do.");
    await placedIn(noor, "question 2", "2");
    await placedIn(noor, "condition 1", "3");
    await says(noor, "action 1", "a", "The answer", "They are opened here.");
    await placedIn(noor, "follow-up 1", "3");
    await expect(noor.locator("main")).toContainText("9 of 9 placed");
    await noor.getByRole("button", { name: "Confirm the split", exact: true }).press("Enter");
    await expect(head(noor)).toContainText("Receipt");
    await expect(noor.locator("main")).toContainText("The partner did it already.");
  });

  const ticket = await ticketNamed(noor, number, "A project for the builders");
  await test.step("Dario bounces the request, and Sam puts it before the board", async () => {
    await moveTicket(noor, ticket, ["File"]);
    await dario.goto(`/tickets/${ticket}`);
    await unfold(dario, "Bounce to the board");
    const bounce = form(dario, "Bounce to the board");
    await bounce.getByLabel("What the board has to decide.").fill("Whether builders come before tenants.");
    await bounce.getByRole("button", { name: "Bounce to the board", exact: true }).click();
    await expect(head(dario)).toContainText("With the board");
    await setMeeting(sam, later);
    await sam.goto(`/meetings/${later}?add=ticket:${ticket}`);
    const item = form(sam, "Place an item");
    await fill(item, { Minutes: "5" });
    await item.getByRole("button", { name: "Place it", exact: true }).click();
    await expect(sam.locator("main")).toContainText(`Ticket T-${ticket}, which needs a decision`);
  });

  await test.step("the board sees what led here, approves, and the request is back with infra", async () => {
    await inSession(sam, ruth, later);
    await openItem(ruth, later, `T-${ticket}`);
    await expect(ruth.locator("main")).toContainText("Whether builders come before tenants.");
    await decide(ruth, { outcome: "Approved", text: "Builders come after tenants." });
    await expect(ruth.locator("#decision")).toContainText("Builders come after tenants.");
    await dario.goto(`/tickets/${ticket}`);
    await expect(head(dario)).toContainText("Needs review");
    await expect(dario.locator("main")).toContainText("the minutes that say so are not published yet");
    await dario.goto(`/provenance/ticket/${ticket}`);
    await expect(dario.locator("main")).toContainText("Question 2");
    await expect(dario.locator("main")).toContainText("Builders come after tenants.");
  });

  await test.step("once the minutes are published, Dario fulfils it", async () => {
    await adjourn(ruth, later);
    await publishMinutes(sam, later);
    await moveTicket(dario, ticket, ["Accept the work", "Mark as done"]);
  });
});

async function inSession(sam: Page, ruth: Page, date: string): Promise<void> {
  await publishAgenda(sam, date);
  await callToOrder(ruth, date);
  await recordAttendance(sam, date, theBoard);
}

/** On the thing that has the focus: `n`, the fields, and Enter on the button. */
async function newTicket(page: Page, source: string, fields: Record<string, string>): Promise<void> {
  await selected(page, source);
  await page.keyboard.press("n");
  const place = form(page, `Place ${source}`);
  await fill(place, fields);
  await place.getByRole("button", { name: "Make the ticket", exact: true }).press("Enter");
  await expect(place).toHaveCount(0);
}

async function says(page: Page, source: string, key: "a" | "d", label: string, text: string): Promise<void> {
  await selected(page, source);
  await page.keyboard.press(key);
  const place = form(page, `Place ${source}`);
  await place.getByLabel(label).fill(text);
  await place
    .getByRole("button", { name: key === "a" ? "Record the answer" : "Drop it", exact: true })
    .press("Enter");
  await expect(place).toHaveCount(0);
}

async function placedIn(page: Page, source: string, key: string): Promise<void> {
  await selected(page, source);
  await page.keyboard.press(key);
}

/** What was placed hands the focus on to what follows. */
async function selected(page: Page, source: string): Promise<void> {
  const name = source.charAt(0).toUpperCase() + source.slice(1);
  await expect(page.getByRole("link", { name, exact: true })).toBeFocused();
}
