import { fill, form, refusal, unfold } from "./support/forms";
import {
  callToOrder,
  openItem,
  publishAgenda,
  recordAttendance,
  setMeeting,
  theBoard,
} from "./support/meetings";
import { expect, type Page, test } from "./support/people";
import { publish, schedule } from "./support/proposals";

const asks = [{ kind: "board_decision", text: "Let us keep a goat.", owner: "board" }] as const;
const evening = "2033-08-10";
const position = (page: Page) => form(page, "Your position");
const takes = async (page: Page, value: string, why = "") => {
  await position(page).getByLabel(value, { exact: true }).check();
  await fill(position(page), { Why: why });
  await position(page)
    .getByRole("button", { name: /position$/ })
    .click();
};

test("a motion outside of a meeting is seconded, voted on, blocked and freed again", async ({
  as,
  asNobody,
}) => {
  test.setTimeout(120_000);
  const [noor, sam, imani, leilani, guest] = await Promise.all([
    ...["Noor Haddad", "Sam Whitfield", "Imani Okafor", "Leilani Kealoha"].map((name) => as(name)),
    asNobody(),
  ]);
  const pavel = await as("Pavel Novak", { javaScriptEnabled: false });
  if (!noor || !sam || !imani || !leilani || !guest) throw new Error("five people take part");
  const number = await publish(noor, {
    title: "A goat for the lawn",
    summary: "It mows, and it is quiet.",
    asks,
  });

  await test.step("a director moves, and cannot second it herself", async () => {
    await imani.goto(`/proposals/${number}/board`);
    await unfold(imani, "Make a motion outside of a meeting");
    const motion = form(imani, "Make a motion");
    await fill(motion, {
      Motion: "To keep one goat.",
      "If it carries": "approved",
      "Decided by": "consensus",
    });
    await motion.getByRole("button", { name: "Make the motion", exact: true }).click();
    await imani.waitForURL(/\/ballots\/\d+/);
    await expect(imani.locator("main")).toContainText("waiting for a second");
    await expect(imani.getByRole("button", { name: "Second it" })).toHaveCount(0);
  });
  const address = new URL(imani.url()).pathname;

  await test.step("another seconds it without JavaScript, and the secretary opens the vote", async () => {
    await pavel.goto(address);
    await pavel.getByRole("button", { name: "Second it", exact: true }).click();
    await expect(pavel.locator("main")).toContainText("seconded by Pavel Novak");
    await sam.goto(address);
    await sam.getByRole("button", { name: "Open the vote", exact: true }).click();
    await expect(sam.locator("main")).toContainText("Needs 3 more +1");
    await expect(sam.locator("main")).toContainText("Not voted: Imani Okafor, Keiko Mori, Leilani Kealoha");
  });

  await test.step("a −1 without a reason is refused, and one with a reason blocks", async () => {
    await leilani.goto("/");
    const asked = leilani.getByRole("listitem").filter({ hasText: `The board votes on #${number}` });
    await asked.getByRole("link", { name: "Take a position", exact: true }).click();
    await takes(leilani, "−1");
    await expect(refusal(leilani)).toContainText("A −1 needs a reason");
    await takes(leilani, "−1", "Goats eat cables.");
    await expect(leilani.getByRole("status")).toContainText(
      "Blocked by the −1 of Leilani Kealoha (“Goats eat cables”)",
    );
  });

  await test.step("two vote for it, one by keyboard alone and one without JavaScript", async () => {
    await imani.goto(address);
    await position(imani).getByLabel("+1", { exact: true }).focus();
    await imani.keyboard.press("Space");
    await imani.keyboard.press("Tab");
    await imani.keyboard.press("Tab");
    await imani.keyboard.press("Enter");
    await expect(imani.locator(".votes li").filter({ hasText: "Imani Okafor" })).toContainText("+1");
    await pavel.goto(address);
    await takes(pavel, "+1");
    await expect(pavel.locator(".votes li").filter({ hasText: "Pavel Novak" })).toContainText("+1");
  });

  await test.step("she takes it back: what she said stays readable for everybody", async () => {
    await leilani.goto(address);
    await takes(leilani, "Take it back");
    await expect(leilani.locator(".votes li").filter({ hasText: "Leilani" })).toContainText(
      "took the position back",
    );
    await guest.goto(address);
    await unfold(guest, "How positions changed");
    await expect(guest.locator("main")).toContainText("Leilani Kealoha: −1, “Goats eat cables.”");
    await expect(guest.locator("main")).toContainText("to say where you stand");
  });
});

test("a vote in a meeting closes by its rule, and its decision is shown before it is recorded", async ({
  as,
  asNobody,
}) => {
  test.setTimeout(120_000);
  const [noor, sam, ruth, guest] = await Promise.all([
    ...["Noor Haddad", "Sam Whitfield", "Ruth Achterberg"].map((name) => as(name)),
    asNobody(),
  ]);
  if (!noor || !sam || !ruth || !guest) throw new Error("four people take part");
  const title = "A second goat, for company";
  const number = await publish(noor, { title, summary: "One goat alone is a sad goat.", asks });
  await setMeeting(sam, evening);
  await schedule(noor, sam, number, evening);
  await publishAgenda(sam, evening);
  await callToOrder(ruth, evening);
  await recordAttendance(sam, evening, theBoard);
  await openItem(ruth, evening, title);

  await test.step("the secretary writes down the motion with mover and seconder, and opens the vote", async () => {
    await sam.goto(`/meetings/${evening}/session`);
    await unfold(sam, "Make a motion");
    const motion = form(sam, "Make a motion");
    const named = { "Moved by": "@imani", "Seconded by": "@pavel" };
    await fill(motion, { Motion: "To keep two goats.", "Decided by": "majority", ...named });
    await motion.getByRole("button", { name: "Make the motion", exact: true }).click();
    await sam.getByRole("button", { name: "Open the vote", exact: true }).click();
    await expect(form(sam, "Roll call")).toBeVisible();
  });

  await test.step("the meeting cannot be adjourned over it", async () => {
    await ruth.goto(`/meetings/${evening}/session`);
    await expect(ruth.locator("#motion")).toContainText("Not voted");
    await expect(ruth.getByRole("button", { name: "Go on outside of the meeting" })).toBeVisible();
  });

  await test.step("the roll is called in one form, and the vote closes with the last answer", async () => {
    const roll = form(sam, "Roll call");
    for (const name of theBoard) await roll.getByLabel(new RegExp(`^${name}`)).selectOption("for");
    await roll.getByRole("button", { name: "Save the roll call", exact: true }).click();
    await expect(sam.locator("#motion")).toContainText("Carried:");
    await expect(sam.locator("#motion")).toContainText("written down by Sam Whitfield");
  });

  await test.step("the decision begins with the motion, says what it does, and is confirmed", async () => {
    await ruth.goto(`/meetings/${evening}/session`);
    const decision = form(ruth, "Decision");
    await expect(decision.getByLabel("The decision in words")).toHaveValue("To keep two goats.");
    await decision.getByRole("button", { name: "Record the decision", exact: true }).click();
    await expect(decision).toContainText("The proposal goes on to its split");
    await decision.getByRole("button", { name: "Confirm the decision", exact: true }).click();
    await expect(ruth.locator("#decision")).toContainText("by motion");
    await guest.goto("/decisions?q=goats");
    await guest
      .getByRole("listitem")
      .filter({ hasText: title })
      .getByRole("link", { name: /^Decision \d+/ })
      .click();
    await expect(guest.locator("main")).toContainText("Carried:");
  });
});
