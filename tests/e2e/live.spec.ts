import { fill, form, head, unfold } from "./support/forms";
import { callToOrder, openItem, publishAgenda, setMeeting } from "./support/meetings";
import { expect, type Page, test } from "./support/people";

// Chair, secretary, director and guest in one meeting, each with a browser: nobody reloads anything.

const day = "2034-05-10";
const items = [
  { title: "Where the mirrors stand", section: "ongoing" },
  { title: "A name for the new room", section: "ongoing" },
  { title: "What the sponsor wants in return", section: "executive" },
];

async function place(sam: Page, { title, section }: { title: string; section: string }): Promise<void> {
  await sam.goto(`/meetings/${day}`);
  await unfold(sam, "Place an item");
  const placing = form(sam, "Place an item");
  await fill(placing, { Section: section, Title: title, Minutes: "5" });
  await placing.getByRole("button", { name: "Place it", exact: true }).click();
  await expect(sam.locator(".agenda").getByText(title).first()).toBeVisible();
}

const lines = (page: Page) => page.locator("[data-live=lines] > li");
const field = (page: Page) => form(page, "Write a line").getByLabel("Line", { exact: true });
const agenda = (page: Page) => page.getByRole("navigation", { name: "Agenda of this meeting" });

test("a meeting is followed by everybody, as it happens", async ({ as, asNobody }) => {
  const [ruth, sam, imani, guest] = [
    await as("Ruth Achterberg"),
    await as("Sam Whitfield"),
    await as("Imani Okafor"),
    await asNobody(),
  ];
  await setMeeting(sam, day);
  for (const item of items) await place(sam, item);
  await publishAgenda(sam, day);
  for (const page of [sam, imani, guest]) await page.goto(`/meetings/${day}/session`);
  await callToOrder(ruth, day);

  await test.step("the call to order reaches who waits for it; the roll is called by one key each", async () => {
    await expect(head(guest)).toContainText("In session");
    const roll = form(sam, "Roll call");
    await expect(roll).toBeFocused();
    for (const name of ["Imani Okafor", "Ruth Achterberg", "Pavel Novak", "Leilani Kealoha", "Keiko Mori"]) {
      const entry = roll.getByRole("listitem").filter({ hasText: name });
      const key = await entry.locator("kbd").textContent();
      await sam.keyboard.press(key ?? "");
      await expect(entry).toHaveAttribute("data-here", "yes");
    }
    await expect(guest.locator("[data-live=there]")).toContainText("Quorum:");
  });

  await test.step("lines typed by two are on every page, and a text that is being typed stays", async () => {
    await openItem(ruth, day, "Where the mirrors stand");
    await expect(guest.locator("[data-live=timer]")).toContainText("left");
    await field(ruth).fill("A half-typed thou");
    await sam.keyboard.press("Escape");
    await sam.locator("h1").click();
    await expect(sam.locator("html[data-keys]")).toBeAttached();
    await sam.keyboard.press("n");
    await expect(field(sam)).toBeFocused();
    await sam.keyboard.type("Two of nine mirrors lag.");
    await sam.keyboard.press("Enter");
    await sam.keyboard.type("> @imani ask their hosts by next Wednesday");
    await expect(form(sam, "Write a line")).toContainText(/Reads as|ACTION for @imani, by 20\d\d-/);
    await sam.keyboard.press("Enter");
    for (const page of [ruth, imani, guest]) {
      await expect(lines(page).filter({ hasText: "Two of nine mirrors lag." })).toHaveCount(1);
      await expect(lines(page).filter({ hasText: "ask their hosts" })).toContainText("@imani, by 20");
    }
    await expect(field(ruth)).toHaveValue("A half-typed thou");
    await field(ruth).press("End");
    await field(ruth).pressSequentially("ght.");
    await field(ruth).press("Enter");
    await expect(lines(sam).filter({ hasText: "A half-typed thought." })).toHaveCount(1);
  });

  await test.step("a motion that was written down begins the motion's form, which a director also reaches by a key", async () => {
    await field(sam).fill("m: To ask both hosts for a date.");
    await field(sam).press("Enter");
    const line = lines(imani).filter({ hasText: "for a date" });
    const motion = form(imani, "Make a motion").getByLabel("Motion", { exact: true });
    await line.getByRole("link", { name: "Make a motion of it", exact: true }).click();
    await expect(motion).toHaveValue("To ask both hosts for a date.");
    await imani.locator("h1").click();
    await imani.keyboard.press("v");
    await expect(motion).toBeFocused();
    await expect(lines(guest).getByRole("link", { name: "Make a motion of it" })).toHaveCount(0);
  });

  await test.step("what is typed without a network is kept, shown as unsent, and sent later, once", async () => {
    await sam.context().setOffline(true);
    await field(sam).fill("i: written in a tunnel");
    await field(sam).press("Enter");
    await expect(sam.getByRole("list", { name: "Lines that are not sent yet" })).toContainText("in a tunnel");
    await sam.reload().catch(() => undefined); // there is no network: the page may not come
    await sam.context().setOffline(false);
    await sam.goto(`/meetings/${day}/session`);
    await expect(lines(guest).filter({ hasText: "written in a tunnel" })).toHaveCount(1);
    await expect(sam.getByRole("list", { name: "Lines that are not sent yet" })).toHaveCount(0);
    await expect(lines(sam).filter({ hasText: "written in a tunnel" })).toHaveCount(1);
  });

  await test.step("the next item takes all with it but who looks elsewhere", async () => {
    await agenda(imani).getByRole("link", { name: items[0]?.title }).click();
    await ruth.getByRole("button", { name: "Next item", exact: true }).click();
    for (const page of [sam, guest]) {
      await expect(page.locator("main h2").first()).toHaveText("A name for the new room");
    }
    await expect(imani.locator(".live-return")).toContainText("A name for the new room");
    await expect(imani.locator("main h2").first()).toHaveText("Where the mirrors stand");
    await imani.getByRole("link", { name: "Return to the meeting" }).click();
    await expect(imani.locator("main h2").first()).toHaveText("A name for the new room");
  });

  await test.step("the executive session closes the guest's page, and nobody else's", async () => {
    await ruth.getByRole("button", { name: "Close the item", exact: true }).click();
    await ruth.getByRole("button", { name: "Go into executive session", exact: true }).click();
    const shut = guest.locator("[data-live-closed]");
    await expect(shut).toBeVisible();
    await expect(imani.locator("main h2").first()).toHaveText("What the sponsor wants in return");
    await expect(sam.locator("main h2").first()).toHaveText("What the sponsor wants in return");
    await field(sam).fill("! they get a quokka");
    await field(sam).press("Enter");
    await expect(lines(imani)).toContainText("quokka");
    await ruth.getByRole("button", { name: "End the executive session", exact: true }).click();
    await expect(shut).toBeHidden();
    expect(await guest.content()).not.toContain("quokka");
    await guest.reload();
    expect(await guest.content()).not.toContain("quokka");
    expect(await guest.content()).not.toContain("What the sponsor wants");
    const base = `/meetings/${day}`;
    for (const address of [
      ...["", "/session", "/minutes", "/history", "/preread", "/published"].map((part) => base + part),
      ...[
        "agenda.md",
        "agenda.txt",
        "agenda.json",
        "agenda.ics",
        "minutes.md",
        "minutes.txt",
        "minutes.json",
      ].map((file) => `${base}/${file}`),
      ...["/meetings", "/meetings/calendar.ics", "/search?q=quokka", "/decisions", "/tickets"],
    ]) {
      const answer = await guest.request.get(address);
      expect((await answer.text()).replaceAll("q=quokka", ""), address).not.toMatch(
        /the sponsor wants|get a quokka/,
      );
    }
  });
});
