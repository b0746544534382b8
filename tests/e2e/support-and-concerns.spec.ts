import { fill, form, refusal, unfold } from "./support/forms";
import {
  callToOrder,
  decide,
  openItem,
  publishAgenda,
  recordAttendance,
  setMeeting,
  theBoard,
} from "./support/meetings";
import { expect, type Page, test } from "./support/people";
import { publish, saveDraft, schedule } from "./support/proposals";

const asks = [
  { kind: "board_decision", text: "Let the observatory carry the project’s name.", owner: "board" },
] as const;
const evening = "2033-05-11";

/** Opens a page of a proposal. */
const open = (page: Page, number: number, part: string) => page.goto(`/proposals/${number}/${part}`);

test("somebody stands behind a proposal only once they say so themself", async ({ as, asNobody }) => {
  const [noor, imani, guest] = await Promise.all([as("Noor Haddad"), as("Imani Okafor"), asNobody()]);
  const number = await publish(noor, {
    title: "An observatory for package builds",
    summary: "Everybody can see which builds wait, and for what.",
    asks,
  });

  await test.step("a member cannot be asked to sponsor it, and what was typed is kept", async () => {
    await open(noor, number, "support");
    const asking = form(noor, "Ask somebody to stand behind it");
    await fill(asking, { Person: "@dario" });
    await asking.getByRole("button", { name: "Ask them", exact: true }).click();
    await expect(refusal(noor)).toContainText("Dario Conti cannot sponsor it");
    await expect(asking.getByLabel("Person", { exact: true })).toHaveValue("@dario");
  });

  await test.step("a director is asked, sees it on her home, and is not shown as sponsor yet", async () => {
    const asking = form(noor, "Ask somebody to stand behind it");
    await fill(asking, { Person: "@imani" });
    await asking.getByRole("button", { name: "Ask them", exact: true }).click();
    await expect(noor.locator(".supporters")).toContainText("Imani Okafor");
    await guest.goto(`/proposals/${number}`);
    await expect(guest.locator("aside")).toContainText("Asked, not confirmed");
    await imani.goto("/");
    const line = imani.getByRole("listitem").filter({ hasText: `asked to sponsor #${number}` });
    await line.getByRole("link", { name: "Answer", exact: true }).click();
    await imani.waitForURL(/\/support/);
  });

  await test.step("she confirms, and everybody sees for which text", async () => {
    const answering = form(imani, "Confirm: Imani Okafor");
    await fill(answering, { "What you say with it": "The board should see this." });
    await answering.getByRole("button", { name: "Confirm", exact: true }).click();
    await expect(imani.locator(".supporters")).toContainText("Confirmed");
    await guest.goto(`/proposals/${number}`);
    await expect(guest.locator("aside")).toContainText("Sponsor: Imani Okafor, for revision 1");
  });
});

test("a concern stands in the way of approval until whoever raised it is satisfied", async ({ as }) => {
  test.setTimeout(120_000);
  const [noor, sam, ruth, imani] = await Promise.all(
    ["Noor Haddad", "Sam Whitfield", "Ruth Achterberg", "Imani Okafor"].map((name) => as(name)),
  );
  if (!noor || !sam || !ruth || !imani) throw new Error("four people take part");
  const title = "A museum of retired mirrors";
  const number = await publish(noor, { title, summary: "Old mirrors, kept to be looked at.", asks });

  await test.step("only a director finds the form, and raises one", async () => {
    await open(noor, number, "concerns");
    await expect(form(noor, "Raise a concern")).toHaveCount(0);
    await open(imani, number, "concerns");
    const raising = form(imani, "Raise a concern");
    await fill(raising, { "Your concern": "Nobody pays for the **power**." });
    await raising.getByRole("button", { name: "Raise the concern", exact: true }).click();
    await expect(imani.locator("#concern-1")).toContainText("Noor Haddad is to resolve it");
  });

  await test.step("the session shows it beside the outcome, and approval is refused by name", async () => {
    await setMeeting(sam, evening);
    await schedule(noor, sam, number, evening);
    await publishAgenda(sam, evening);
    await callToOrder(ruth, evening);
    await recordAttendance(sam, evening, theBoard);
    await openItem(ruth, evening, title);
    await expect(ruth.locator("#decide")).toContainText("The board cannot approve this yet");
    await decide(ruth, { outcome: "Approved", text: "The museum may open." });
    await expect(refusal(ruth)).toContainText("Concern 1 of Imani Okafor stands");
    await expect(ruth.getByLabel("The decision in words")).toHaveValue("The museum may open.");
  });

  await test.step("the author says what was done, the director that it resolves it", async () => {
    await noor.goto("/");
    const line = noor.getByRole("listitem").filter({ hasText: `Concern 1 on #${number}` });
    await line.getByRole("link", { name: "Address it", exact: true }).click();
    await noor.waitForURL(/\/concerns/);
    await unfold(noor, "Say what was done");
    const saying = form(noor, "Say what was done: concern 1");
    await fill(saying, { "What was done": "The Cloud SIG pays for it." });
    await saying.getByRole("button", { name: "Say what was done", exact: true }).click();
    await expect(noor.locator("#concern-1 [data-status=addressed]")).toBeVisible();
    await open(imani, number, "concerns");
    await unfold(imani, "Resolve");
    const resolving = form(imani, "Resolve: concern 1");
    await fill(resolving, { "What resolved it": "The SIG pays." });
    await resolving.getByRole("button", { name: "Resolve", exact: true }).click();
    await expect(imani.locator("#concern-1 [data-status=resolved]")).toBeVisible();
  });

  await test.step("then the board approves", async () => {
    await ruth.goto(`/meetings/${evening}/session`);
    await expect(ruth.locator("#decide")).not.toContainText("cannot approve this yet");
    await decide(ruth, { outcome: "Approved", text: "The museum may open." });
    await expect(ruth.locator("#decision")).toContainText("The museum may open.");
  });
});

test("a likely duplicate is shown while its title is typed, and is written down as one", async ({ as }) => {
  const [noor, tomas] = await Promise.all([as("Noor Haddad"), as("Tomas Lind")]);
  const summary = "Spare parts are found in a day.";
  const first = await publish(noor, { title: "A warehouse for spare turbines", summary, asks });

  await tomas.goto("/proposals/new");
  await fill(form(tomas, "Proposal"), { Title: "Spare turbines: a new warehouse" });
  const likely = form(tomas, "Proposal").getByRole("link", { name: `#${first}` });
  await expect(likely).toHaveAttribute("target", "_blank");

  const second = await saveDraft(tomas, { title: "Spare turbines: a new warehouse", summary });
  await open(tomas, second, "relations");
  await expect(tomas.locator("#duplicates")).toContainText("A warehouse for spare turbines");
  const adding = form(tomas, "Add another proposal");
  await fill(adding, { "How this one stands to it": "duplicates", "The other proposal": `#${first}` });
  await adding.getByRole("button", { name: "Add it", exact: true }).click();
  await expect(tomas.locator(".relations")).toContainText("Duplicates");
  await tomas.goto(`/proposals/${second}`);
  await expect(tomas.locator("main")).toContainText("This asks for the same as");
  await open(noor, first, "relations");
  await expect(noor.locator("#relations")).not.toContainText("Duplicated by");
});

test("without JavaScript a draft's own page of other proposals shows likely duplicates", async ({ as }) => {
  const page = await as("Noor Haddad", { javaScriptEnabled: false });
  const title = "Lighthouse keepers for the mirror fleet";
  const first = await saveDraft(page, { title, summary: "Somebody watches." });
  const second = await saveDraft(page, { title, summary: "Somebody watches." });
  await open(page, second, "relations");
  await expect(page.locator("#duplicates").getByRole("link", { name: `#${first}` })).toBeVisible();
});
