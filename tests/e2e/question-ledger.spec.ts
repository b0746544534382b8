import { form } from "./support/forms";
import { expect, type Page, test } from "./support/people";
import { publish } from "./support/proposals";

const text = "Would you speak for it?";
const proposal = {
  title: "A ledger of questions",
  summary: "So that nothing that was asked is lost.",
  asks: [{ kind: "board_decision", text: "Say that questions are kept.", owner: "board" }],
} as const;

/** Asks a role; gives the page of questions. */
async function askTheDirectors(page: Page, number: number): Promise<void> {
  await page.goto(`/proposals/${number}/questions`);
  const asking = form(page, "Ask a question");
  await asking.getByLabel("Question", { exact: true }).fill(text);
  await asking.getByLabel("Who should answer").selectOption("directors");
  await asking.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(line(page)).toContainText("waiting for");
}

const line = (page: Page) => page.locator("#question-1");

async function answerAs(page: Page, number: number, words: string): Promise<void> {
  await page.goto(`/proposals/${number}/questions`);
  const answering = form(page, "Answer: question 1");
  await answering.locator("summary").first().click();
  await answering.getByRole("textbox", { name: "Answer", exact: true }).fill(words);
  await answering.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(line(page).locator("blockquote", { hasText: words })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test(`a question of a role collects answers, is accepted and opened again, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    as,
  }) => {
    test.setTimeout(120_000);
    const [noor, imani, pavel] = await Promise.all(
      ["Noor Haddad", "Imani Okafor", "Pavel Novak"].map((name) => as(name, { javaScriptEnabled })),
    );
    if (!noor || !imani || !pavel) throw new Error("three people take part");
    const number = await publish(noor, proposal);
    await askTheDirectors(noor, number);

    await test.step("who holds the role finds it on their home, until they have answered", async () => {
      const debt = `Question 1 on #${number}`;
      await imani.goto("/");
      await expect(imani.locator("main")).toContainText(debt);
      await answerAs(imani, number, "I would.");
      await imani.goto("/");
      await expect(imani.locator("main")).not.toContainText(debt);
      await answerAs(pavel, number, "So would I.");
      await expect(form(pavel, "Answer: question 1")).toHaveCount(0);
    });

    await test.step("who asked says that it is enough, accepts, and opens it again", async () => {
      await noor.goto(`/proposals/${number}/questions`);
      await expect(line(noor)).toContainText("2 of");
      await noor.getByRole("button", { name: "Enough answers" }).click();
      await expect(line(noor)).not.toContainText("waiting for");
      await noor.getByRole("button", { name: "Accept the answer" }).click();
      await expect(line(noor)).toContainText("Accepted by Noor Haddad");
      const again = form(noor, "Open again: question 1");
      await again.locator("summary").click();
      await again.getByRole("textbox").fill("And when it costs something?");
      await again.getByRole("button", { name: "Open again" }).click();
      await expect(line(noor)).toContainText("0 of");
      await expect(line(noor)).toContainText("2 earlier answers");
      await imani.goto("/");
      await expect(imani.locator("main")).toContainText(`Question 1 on #${number}`);
    });
  });

  test(`what was typed for a question that was taken back can be said as a comment, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    as,
  }) => {
    const [noor, imani] = await Promise.all(
      ["Noor Haddad", "Imani Okafor"].map((name) => as(name, { javaScriptEnabled })),
    );
    if (!noor || !imani) throw new Error("two people take part");
    const number = await publish(noor, proposal);
    await askTheDirectors(noor, number);
    await imani.goto(`/proposals/${number}/questions`);
    const answering = form(imani, "Answer: question 1");
    await answering.locator("summary").first().click();
    await answering.getByRole("textbox", { name: "Answer", exact: true }).fill("Since you ask: yes.");

    await noor.goto(`/proposals/${number}/questions`);
    const back = form(noor, "Take back: question 1");
    await back.locator("summary").click();
    await back.getByRole("button", { name: "Take back" }).click();
    await expect(line(noor)).toContainText("Taken back");

    await answering.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(line(imani).getByRole("alert")).toContainText("can be posted as a plain comment");
    await expect(line(imani).getByRole("textbox", { name: "Answer", exact: true })).toHaveValue(
      "Since you ask: yes.",
    );
    await imani.getByRole("button", { name: "Post it as a plain comment" }).click();
    await imani.waitForURL(/#comment-\d+$/);
    await expect(imani.locator("main")).toContainText("Since you ask: yes.");
  });
}

test("a revision answers a question, and is linked from it", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const number = await publish(noor, proposal);
  await noor.goto(`/proposals/${number}/questions`);
  const asking = form(noor, "Ask a question");
  await asking.getByLabel("Question", { exact: true }).fill("Where does it say so?");
  await asking.getByLabel("Who should answer").selectOption("@noor");
  await asking.getByRole("button", { name: "Ask", exact: true }).click();
  const answering = form(noor, "Answer: question 1");
  await answering.locator("summary").first().click();
  await answering.locator("summary", { hasText: "Or point to where it is said" }).click();
  await answering.getByLabel(/^Revision of the proposal/).fill("9");
  await answering.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(answering.getByRole("alert")).toContainText("There is no revision 9");
  await answering.getByLabel(/^Revision of the proposal/).fill("1");
  await answering.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(line(noor).getByRole("link", { name: "Revision 1" })).toHaveAttribute(
    "href",
    `/proposals/${number}/revisions/1`,
  );
});

test("a proposal is watched, muted, and neither, and the inbox knows of it", async ({ as }) => {
  const [noor, wren] = await Promise.all(["Noor Haddad", "Wren Castellanos"].map((name) => as(name)));
  if (!noor || !wren) throw new Error("two people take part");
  const number = await publish(noor, proposal);
  await wren.goto(`/proposals/${number}`);
  const told = form(wren, `What you are told of #${number}`);
  await told.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(wren.locator("#watch")).toContainText("You watch it");
  await wren.goto("/inbox/watching");
  const row = wren.getByRole("listitem").filter({ hasText: `#${number}` });
  await row.getByRole("button", { name: "Mute" }).click();
  await expect(row).toContainText("You muted it");
  await row.getByRole("button", { name: "Stop muting" }).click();
  await expect(row).toHaveCount(0);
});
