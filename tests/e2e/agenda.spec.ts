import { fill, form, head, refusal, unfold } from "./support/forms";
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

const oneAsk = { kind: "board_decision", text: "Say yes to it.", owner: "board" } as const;
const written = (title: string) => ({
  title,
  summary: "A short summary for everybody.",
  why: "We want the board's word, so that nobody has to guess.",
  asks: [oneAsk],
});

async function place(page: Page, date: string, values: Record<string, string>): Promise<void> {
  await page.goto(`/meetings/${date}`);
  await unfold(page, "Place an item");
  const placing = form(page, "Place an item");
  await fill(placing, values);
  await placing.getByRole("button", { name: "Place it", exact: true }).click();
  await expect(
    page
      .locator(".agenda")
      .getByText(values.Title ?? "")
      .first(),
  ).toBeVisible();
}

const titles = (page: Page) => page.locator(".agenda > li > h3").allInnerTexts();

test("a secretary builds an agenda, orders it, and what comes late is marked", async ({ as, asNobody }) => {
  test.setTimeout(90_000);
  const day = "2032-09-08";
  const sam = await as("Sam Whitfield");
  await setMeeting(sam, day);
  for (const title of ["First things", "Second things", "Third things"]) {
    await place(sam, day, { Section: "new", Title: title, Minutes: "5" });
  }
  await place(sam, day, { Section: "new", Title: "A cup of tea", Minutes: "5" });

  await test.step("moves an item up by its button", async () => {
    const item = sam.locator(".agenda > li").filter({ hasText: "Third things" });
    await item.getByRole("button", { name: "Move up Third things" }).click();
    await expect
      .poll(() => titles(sam))
      .toEqual(["First things", "Third things", "Second things", "A cup of tea"]);
  });

  await test.step("drags one to the front", async () => {
    // All of it in sight, and on a page of its own: the last move's page may still be scrolling to its item.
    await sam.setViewportSize({ width: 1280, height: 2400 });
    await sam.goto(`/meetings/${day}`);
    await expect(sam.locator(".agenda > li").last()).toHaveAttribute("draggable", "true");
    const handle = sam.locator(".agenda > li").filter({ hasText: "A cup of tea" }).locator("[data-handle]");
    await handle.dragTo(sam.locator(".agenda > li").filter({ hasText: "First things" }));
    await expect
      .poll(() => titles(sam))
      .toEqual(["A cup of tea", "First things", "Third things", "Second things"]);
  });

  await test.step("and moves it by the keyboard", async () => {
    const handle = sam.locator(".agenda > li").filter({ hasText: "A cup of tea" }).locator("[data-handle]");
    await handle.focus();
    await sam.keyboard.press("Alt+ArrowDown");
    await expect
      .poll(() => titles(sam))
      .toEqual(["First things", "A cup of tea", "Third things", "Second things"]);
  });

  await test.step("publishes it; what is added afterwards is marked, and the published one stays", async () => {
    await publishAgenda(sam, day);
    await place(sam, day, { Section: "new", Title: "Something urgent", Minutes: "5" });
    await expect(sam.locator(".agenda > li").filter({ hasText: "Something urgent" })).toContainText(
      "Added after publishing",
    );
    const guest = await asNobody();
    await guest.goto(`/meetings/${day}/published`);
    await expect(guest.locator("main .prose")).toContainText("Second things");
    await expect(guest.locator("main .prose")).not.toContainText("Something urgent");
    await expect(guest.locator("main")).toContainText("Something urgent");
  });
});

test("a meeting is moved with its agenda, and the old address leads to it", async ({ as, asNobody }) => {
  const [day, newDay] = ["2032-10-13", "2032-10-14"];
  const sam = await as("Sam Whitfield");
  await setMeeting(sam, day);
  await place(sam, day, { Section: "new", Title: "What moves along", Minutes: "5" });
  await unfold(sam, "Change or move it");
  const change = form(sam, "Change or move this meeting");
  await fill(change, { Date: newDay });
  await change.getByRole("button", { name: "Save the changes" }).click();
  await expect(refusal(sam)).toContainText("Say why it is moved");
  await fill(change, { Reason: "A holiday." });
  await change.getByRole("button", { name: "Save the changes" }).click();
  await sam.waitForURL(new RegExp(`/meetings/${newDay}`));
  const guest = await asNobody();
  await guest.goto(`/meetings/${day}`);
  await expect(guest).toHaveURL(new RegExp(`/meetings/${newDay}$`));
  await expect(guest.locator(".agenda")).toContainText("What moves along");
});

test("a director says that they come, pulls a consent item, and the chair adopts the rest together", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const day = "2032-11-10";
  const [sam, imani, ruth] = [
    await as("Sam Whitfield"),
    await as("Imani Okafor"),
    await as("Ruth Achterberg"),
  ];
  await setMeeting(sam, day);
  for (const title of ["Thank the translators", "Adopt the new motto"]) {
    await place(sam, day, { Section: "consent", Title: title, Minutes: "1" });
  }
  await publishAgenda(sam, day);

  await imani.goto(`/meetings/${day}`);
  await imani.getByRole("button", { name: "I come" }).click();
  await expect(imani.locator("#who-comes")).toContainText("You said that you come.");
  await expect(imani.locator("#who-comes")).toContainText("1 of 5 directors means to come; 3 are needed.");

  const motto = imani.locator(".agenda > li").filter({ hasText: "Adopt the new motto" });
  await motto.getByText("Pull it, to have it talked about").click();
  await motto.getByLabel("Reason").fill("It rhymes.");
  await motto.getByRole("button", { name: "Pull it" }).click();
  await expect(imani.locator("#new")).toContainText("Pulled from “consent” by Imani Okafor: It rhymes.");

  await callToOrder(ruth, day);
  await recordAttendance(sam, day, theBoard);
  await ruth.goto(`/meetings/${day}/session`);
  await ruth.getByRole("button", { name: "Adopt the consent items together (1)" }).click();
  const agenda = ruth.getByRole("navigation", { name: "Agenda of this meeting" });
  await expect(agenda.locator("li").filter({ hasText: "Thank the translators" })).toContainText("Done");
  await openItem(ruth, day, "Adopt the new motto");
});

test("a director reads what is left by keyboard alone, and a requester sees their item until the freeze", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const day = "2032-12-08";
  const [noor, sam, pavel] = [await as("Noor Haddad"), await as("Sam Whitfield"), await as("Pavel Novak")];
  const first = await publish(noor, written("Read me first"));
  const second = await publish(noor, written("Read me second"));
  await setMeeting(sam, day, "90");
  await schedule(noor, sam, first, day);
  await schedule(noor, sam, second, day);

  await test.step("the requester names who presents instead", async () => {
    await noor.goto(`/meetings/${day}`);
    await noor.getByRole("link", { name: /the outline of Read me first/ }).click();
    await fill(form(noor, "Who presents"), { Presenter: "@tomas" });
    await form(noor, "Who presents").getByRole("button", { name: "Name who presents" }).click();
    await expect(head(noor)).toContainText("Presented by Tomas Lind");
  });

  await test.step("the director walks what is left, without a mouse", async () => {
    await pavel.goto(`/meetings/${day}/preread`);
    await expect(pavel.locator("main")).toContainText("2 of 2 proposals are not read yet");
    await pavel.getByRole("link", { name: "Read what is left, one by one" }).focus();
    await pavel.keyboard.press("Enter");
    await expect(head(pavel)).toContainText("Read me first");
    await pressOnceHeard(pavel, "ArrowRight");
    await expect(head(pavel)).toContainText("Read me second");
    await pressOnceHeard(pavel, "ArrowLeft");
    await expect(head(pavel)).toContainText("Read me first");
    await pavel.getByRole("button", { name: "I have read this: next" }).focus();
    await pavel.keyboard.press("Enter");
    await expect(head(pavel)).toContainText("Read me second");
    await pavel.getByRole("button", { name: "I have read this" }).focus();
    await pavel.keyboard.press("Enter");
    await expect(pavel.locator("main")).toContainText("You have read all of it.");
  });
});

test("meetings are found by month, by year, by words, and in a calendar", async ({ as, asNobody }) => {
  const day = "2033-01-12";
  const sam = await as("Sam Whitfield");
  await setMeeting(sam, day);
  await place(sam, day, { Section: "new", Title: "The zeppelin landing field", Minutes: "5" });
  const guest = await asNobody({ javaScriptEnabled: false });
  await guest.goto("/meetings/month?month=2033-01");
  await expect(guest.getByRole("link", { name: /Board meeting|20:00/ }).first()).toHaveAttribute(
    "href",
    `/meetings/${day}`,
  );
  await guest.goto("/meetings");
  await fill(form(guest, "Search in agendas"), { "Words on an agenda": "zeppelin", Year: "2033" });
  await guest.getByRole("button", { name: "Search", exact: true }).last().click();
  await expect(guest.locator("main")).toContainText("On its agenda: The zeppelin landing field");
  const calendar = await guest.request.get("/meetings/calendar.ics");
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("The zeppelin landing field");
});

/** Presses a key of the page itself, once the page listens for keys. */
async function pressOnceHeard(page: Page, key: string): Promise<void> {
  await expect(page.locator("html[data-keys]")).toBeAttached();
  await page.keyboard.press(key);
}
