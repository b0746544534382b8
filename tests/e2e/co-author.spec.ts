import { fill, form, head, refusal } from "./support/forms";
import { expect, type Page, test } from "./support/people";
import { publish, publishDraft, saveDraft } from "./support/proposals";

const plain = { javaScriptEnabled: false };
const ask = (page: Page, number: number) => page.locator(`#ask-${number}`);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function takeIn(author: Page, number: number, person: string): Promise<void> {
  await author.goto(`/proposals/${number}/authors`);
  await fill(form(author, "Take somebody in as co-author"), { Who: person });
  await press(author, "Take in as co-author");
}

for (const [how, options] of [
  ["with JavaScript", {}],
  ["without JavaScript", plain],
] as const) {
  test(`an author takes somebody in, who writes the draft with them and leaves again, ${how}`, async ({
    as,
  }) => {
    const noor = await as("Noor Haddad", options);
    const jules = await as("Jules Marchetti", options);
    const title = `Written by two, ${how}`;
    const number = await saveDraft(noor, { title, summary: "A thing for two." });

    await test.step("the draft is not there for the other one yet", async () => {
      const answer = await jules.goto(`/proposals/${number}`);
      expect(answer?.status()).toBe(404);
    });

    await test.step("nobody of that name is refused, and what was typed stays", async () => {
      await takeIn(noor, number, "@nobody-of-that-name");
      await expect(refusal(noor)).toContainText("Nobody is called that");
      await expect(noor.getByLabel("Who")).toHaveValue("@nobody-of-that-name");
      await takeIn(noor, number, "@jules");
      await expect(noor.getByRole("listitem").filter({ hasText: "Jules Marchetti" })).toContainText(
        "Co-author",
      );
    });

    await test.step("the co-author finds it on home, and revises it", async () => {
      await jules.goto("/");
      await expect(jules.locator("main")).toContainText(`#${number} ${title}, which you write with others`);
      await jules.goto(`/proposals/${number}`);
      await expect(jules.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
      await jules.getByRole("link", { name: "Edit", exact: true }).click();
      await fill(form(jules, "Proposal"), { Summary: "A thing for two, said better." });
      await press(jules, "Save draft");
      await expect(jules.locator("main")).toContainText("said better");
    });

    await test.step("the co-author leaves, and the draft is gone for them", async () => {
      await jules.goto(`/proposals/${number}/authors`);
      await press(jules, "Leave as co-author");
      await jules.waitForURL(/\/proposals$/);
      const answer = await jules.goto(`/proposals/${number}`);
      expect(answer?.status()).toBe(404);
      await noor.goto(`/proposals/${number}/history`);
      await expect(noor.locator("main")).toContainText("they are no co-author any more");
    });
  });

  test(`whoever an ask names confirms it, or declines with a reason, ${how}`, async ({ as }) => {
    const noor = await as("Noor Haddad", options);
    const dario = await as("Dario Conti", options);
    const jules = await as("Jules Marchetti", options);
    const title = `Owners have their say, ${how}`;
    const number = await publish(noor, {
      title,
      summary: "Who does it, and do they know?",
      asks: [
        { kind: "infra_request", text: "Lend us a host.", owner: "infra" },
        { kind: "sig_work", text: "Write it down.", owner: "@jules" },
      ],
    });

    await test.step("a reader sees that nobody has promised anything yet", async () => {
      await expect(ask(noor, 1)).toContainText("named, has not confirmed yet");
      await expect(ask(noor, 1).getByRole("button")).toHaveCount(0);
    });

    await test.step("the infra team finds it on home, and confirms", async () => {
      await dario.goto("/");
      await expect(dario.locator("main")).toContainText(`Ask 1 of #${number} ${title}`);
      await dario.goto(`/proposals/${number}`);
      await expect(ask(dario, 2).getByRole("button")).toHaveCount(0);
      await press(dario, "Confirm ask 1");
      await expect(ask(dario, 1)).toContainText("confirmed by Dario Conti");
      await dario.goto("/");
      await expect(dario.locator("main")).not.toContainText(`Ask 1 of #${number} `);
    });

    await test.step("the other one declines, and everybody reads why", async () => {
      await jules.goto(`/proposals/${number}`);
      await ask(jules, 2).locator("summary").click();
      await ask(jules, 2)
        .getByLabel(/^Reason/)
        .fill("I am away until May.");
      await press(jules, "Decline ask 2");
      await expect(ask(jules, 2)).toContainText("declined on");
      await noor.goto(`/proposals/${number}`);
      await expect(ask(noor, 2)).toContainText("I am away until May.");
    });
  });
}

test("a co-author cannot publish over what changed, and is asked why a published text changes", async ({
  as,
}) => {
  const noor = await as("Noor Haddad");
  const jules = await as("Jules Marchetti", plain);
  const number = await saveDraft(noor, {
    title: "Published under the pen",
    summary: "A thing.",
    asks: [{ kind: "inform", text: "Know of it.", owner: "@noor" }],
  });
  await takeIn(noor, number, "@jules");
  await expect(noor.getByRole("listitem").filter({ hasText: "Jules Marchetti" })).toBeVisible();
  await jules.goto(`/proposals/${number}/edit`);
  await publishDraft(noor, number);
  await fill(form(jules, "Proposal"), { Summary: "Typed while it was published." });
  await jules.getByRole("button", { name: "Save draft", exact: true }).click();
  await expect(head(jules)).toContainText("Put two texts together");
  await noor.goto(`/proposals/${number}`);
  await expect(noor.locator("main")).not.toContainText("Typed while it was published.");
  await jules.getByRole("textbox", { name: "Why it changes" }).fill("says it better");
  await jules.getByRole("button", { name: "Publish this revision", exact: true }).click();
  await expect(jules.locator("main")).toContainText("Typed while it was published.");
});
