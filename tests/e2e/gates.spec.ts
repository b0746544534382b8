import { fill, form, head, refusal } from "./support/forms";
import {
  adjourn,
  callToOrder,
  decide,
  lookAt,
  openItem,
  publishAgenda,
  recordAttendance,
  setMeeting,
  theBoard,
  writeLine,
} from "./support/meetings";
import { expect, test } from "./support/people";
import { acceptTime, askForTime, fillOffer, publish, saveDraft, schedule } from "./support/proposals";
import { moveTicket, placeAsTicket, settle, ticketNamed } from "./support/tickets";

const oneAsk = { kind: "board_decision", text: "Say yes to it.", owner: "board" } as const;
const written = (title: string) => ({ title, summary: "A short summary for everybody.", asks: [oneAsk] });

test("a proposal with an ask that nobody owns cannot be published", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const number = await saveDraft(noor, {
    ...written("An ask without an owner"),
    asks: [{ ...oneAsk, owner: "" }],
  });
  await noor.goto(`/proposals/${number}`);
  await expect(noor.locator("main")).toContainText(
    "Publish is not possible yet: Name an owner for ask 1: a person, a body or a role that commits to it.",
  );
  await expect(noor.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
});

test("an offer that makes the agenda too long is refused with by how many minutes, and taken with a reason", async ({
  as,
}) => {
  const [noor, sam] = [await as("Noor Haddad"), await as("Sam Whitfield")];
  const number = await publish(noor, written("More than there is room for"));
  await setMeeting(sam, "2032-05-05", "15");
  await askForTime(noor, number, "10 to 15");
  const offer = { meeting: "2032-05-05", present: "10", questions: "10" };
  await fillOffer(sam, number, offer);
  const offering = form(sam, "Offer a slot");
  await offering.getByRole("button", { name: "Offer a slot", exact: true }).click();
  await expect(refusal(sam)).toContainText("the agenda would be 5 minutes over");
  await expect(offering.getByLabel("Minutes to present")).toHaveValue("10");

  await fill(offering, { "Reason to take it although it does not fit": "Nobody else is on it." });
  await offering.getByRole("button", { name: "Offer a slot", exact: true }).click();
  await expect(sam.locator("main")).toContainText("Slot offered");
  await acceptTime(noor, number);
  await noor.goto("/meetings/2032-05-05");
  await expect(noor.locator("main")).toContainText("Nobody else is on it.");
});

test("in a meeting nothing goes before what it rests on", async ({ as }) => {
  test.setTimeout(90_000);
  const day = "2032-06-02";
  const title = "Gates of an evening";
  const [noor, sam, ruth] = [await as("Noor Haddad"), await as("Sam Whitfield"), await as("Ruth Achterberg")];
  const number = await publish(noor, { ...written(title), asks: [oneAsk, hosts] });
  await setMeeting(sam, day);
  await schedule(noor, sam, number, day);

  await test.step("no session without a published agenda", async () => {
    await ruth.goto(`/meetings/${day}/session`);
    await expect(ruth.getByRole("button", { name: "Call to order" })).toHaveCount(0);
    await publishAgenda(sam, day);
  });

  await test.step("no item without attendance", async () => {
    await callToOrder(ruth, day);
    await lookAt(ruth, day, title);
    await expect(ruth.locator("main")).toContainText("Record who is there before you open an item.");
    await expect(ruth.getByRole("button", { name: "Open the item" })).toHaveCount(0);
    await recordAttendance(sam, day, theBoard);
    await openItem(ruth, day, title);
  });

  await test.step("no ACTION for somebody whom nobody knows; and one without an owner is remembered", async () => {
    await sam.goto(`/meetings/${day}/session`);
    const line = form(sam, "Write a line");
    await line.getByLabel("Line", { exact: true }).fill("> @nobody-at-all Bring a cake.");
    await line.getByRole("button", { name: "Write it down", exact: true }).click();
    await expect(line).toContainText("Nobody is called that.");
    await line.getByRole("button", { name: "Throw it away", exact: true }).click();
    await writeLine(sam, { kind: "action", text: "Bring a cake." });
    await expect(sam.locator("main")).toContainText("Nobody owns this ACTION yet");
  });

  await test.step("no decision without its words, and none that goes back without somebody who takes it on", async () => {
    await decide(ruth, { outcome: "Approved", text: "", incomplete: true });
    await expect(refusal(ruth)).toContainText("Write the decision as it should stand in the minutes.");
    await decide(ruth, { outcome: "No decision", text: "We will see.", incomplete: true });
    await expect(refusal(ruth)).toContainText(
      "Name the next meeting, or somebody who takes it on until then.",
    );
    await decide(ruth, { outcome: "Approved", text: "The board says yes." });
    await expect(ruth.locator("#decision")).toContainText("The board says yes.");
  });

  await test.step("no minutes before the meeting ended", async () => {
    await ruth.goto(`/meetings/${day}/minutes`);
    await expect(ruth.getByRole("button", { name: "Publish the minutes" })).toHaveCount(0);
    await adjourn(ruth, day);
  });

  await test.step("no confirmation while something is open", async () => {
    await settle(noor, number, "ask 1", { how: "Answered", text: "The board said it." });
    await expect(noor.locator("main")).toContainText("1 of 3 placed. Still open: ask 2, action 1.");
    await expect(noor.getByRole("button", { name: "Confirm the split" })).toHaveCount(0);
    await placeAsTicket(noor, number, "ask 2", { to: "infra", type: "bare_metal", fields: twoHosts });
    await settle(noor, number, "action 1", { how: "Dropped", text: "There was cake." });
    await noor.getByRole("button", { name: "Confirm the split", exact: true }).click();
    await expect(noor.locator("main")).toContainText("There was cake.");
  });

  await test.step("no gated request before the minutes are published, and then it is filed", async () => {
    const ticket = await ticketNamed(noor, number, twoHosts.Title);
    await noor.goto(`/tickets/${ticket}`);
    await expect(noor.locator("main")).toContainText(
      "The board approved this, but the minutes that say so are not published yet.",
    );
    await sam.goto(`/meetings/${day}/minutes`);
    await expect(sam.locator("main")).toContainText("Nobody owns the ACTION “Bring a cake.”");
    await sam.getByRole("button", { name: "Publish the minutes", exact: true }).click();
    await expect(refusal(sam)).toContainText("These minutes leave something open.");
    await sam.getByLabel("Publish them as they are, with what is left open").check();
    await sam.getByRole("button", { name: "Publish the minutes", exact: true }).click();
    await expect(head(sam)).toContainText("Minutes published");
    await moveTicket(noor, ticket, ["File"]);
    await expect(head(noor)).toContainText("Filed");
  });
});

test("only who may do something is offered it", async ({ as, asNobody }) => {
  const [noor, jules, nobody] = [await as("Noor Haddad"), await as("Jules Marchetti"), await asNobody()];
  const number = await publish(noor, written("Nobody else’s proposal"));
  await jules.goto(`/proposals/${number}`);
  for (const words of ["Withdraw", "Edit", "Ask for time on an agenda"]) {
    await expect(jules.locator("main").getByText(words, { exact: true })).toHaveCount(0);
  }
  await nobody.goto(`/proposals/${number}`);
  await expect(nobody.getByLabel("Your comment")).toHaveCount(0);
  await nobody.goto("/proposals/new");
  await expect(nobody).toHaveURL(/sign-in/);
});

test("what is for the board only is not found by others", async ({ as, asNobody }) => {
  const [ruth, jules, nobody] = [await as("Ruth Achterberg"), await as("Jules Marchetti"), await asNobody()];
  await ruth.goto("/proposals?q=hosting+partner");
  const link = ruth.getByRole("link", { name: "The terms of a hosting partner" }).first();
  const path = (await link.getAttribute("href")) ?? "";
  for (const page of [jules, nobody]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await page.goto("/search?q=hosting+partner");
    await expect(page.locator("main").getByText("The terms of a hosting partner")).toHaveCount(0);
  }
});

const hosts = { kind: "infra_request", text: "Two hosts, please.", owner: "infra" } as const;
const twoHosts = {
  Title: "Two hosts for the evening",
  Owner: "infra",
  "Number of hosts": "2",
  "Distribution and version": "CentOS Stream 10",
  Architecture: "x86_64",
  "CPU cores per host": "16",
  "Memory per host, in GiB": "64",
  "Disk per host, in GiB": "960",
  RAID: "raid1",
  "Network ports per host": "2",
  "Access to the management controllers": "console",
};
