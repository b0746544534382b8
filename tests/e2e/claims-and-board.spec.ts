import { expect, type Page, test } from "./support/people";

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  test(`a name of an imported thread is claimed, confirmed and given back, ${scripts}`, async ({ as }) => {
    // Somebody of the imported thread who has not come to the portal.
    const placeholder = javaScriptEnabled ? "adaeze" : "yusuf";
    const jules = await as("Jules Marchetti", { javaScriptEnabled });
    const dario = await as("Dario Conti", { javaScriptEnabled });
    await jules.goto(`/people/${placeholder}`);
    await expect(jules.getByText("this person has not come to the portal yet")).toBeVisible();
    await unfold(jules, "This is me");
    await jules.getByLabel("How the others can know").fill("I wrote that thread; ask the old secretary.");
    await jules.getByRole("button", { name: "Say that this is me" }).click();
    await expect(jules.getByText("You said that this is you")).toBeVisible();

    await dario.goto("/admin/claims");
    const waiting = dario
      .getByRole("listitem")
      .filter({ hasText: `@${placeholder}` })
      .first();
    await expect(waiting).toContainText("I wrote that thread");
    await expect(waiting).toContainText(/What you can see of what would move: \d comments?\./);
    await waiting.getByRole("button", { name: "Confirm" }).click();
    await expect(dario.getByText(`The claim of @${placeholder} is confirmed`)).toBeVisible();

    await jules.goto(`/people/${placeholder}`);
    await expect(jules.getByText("It was confirmed that this is")).toContainText("Jules Marchetti");
    await expect(jules.getByRole("button", { name: "Say that this is me" })).toHaveCount(0);

    const decided = dario
      .getByRole("listitem")
      .filter({ hasText: `@${placeholder}` })
      .first();
    await unfold(dario, "Undo", decided);
    await decided.getByLabel("Why").fill("A namesake.");
    await dario.context().clearCookies(); // the session ends while the reason is thought of
    await decided.getByRole("button", { name: "Undo the claim" }).click();
    await dario.getByRole("button", { name: "Dario Conti", exact: true }).click();
    await expect(decided.getByLabel("Why")).toHaveValue("A namesake.");
    await decided.getByRole("button", { name: "Undo the claim" }).click();
    await expect(dario.getByText(`The claim of @${placeholder} is undone`)).toBeVisible();
    await jules.goto(`/people/${placeholder}`);
    await expect(jules.getByText("this person has not come to the portal yet")).toBeVisible();
    await jules.goto("/inbox");
    await expect(
      jules.getByText(`It was taken back that you are @${placeholder}: A namesake`).first(),
    ).toBeVisible();
  });

  test(`the board of a day is told, and a role of the past written down, ${scripts}`, async ({
    as,
    asNobody,
  }) => {
    // What was written down stays: a repeated journey goes to another year.
    const year = String((javaScriptEnabled ? 2010 : 2014) + test.info().retry);
    const day = `${year}-05-05`;
    const dario = await as("Dario Conti", { javaScriptEnabled });
    const reader = await asNobody({ javaScriptEnabled });
    await reader.goto("/board");
    await expect(reader.getByRole("heading", { name: "Directors" })).toBeVisible();
    await expect(reader.locator("main")).toContainText("Imani Okafor");
    await shows(reader, day);
    await expect(
      reader.getByText(`Nobody is known to have sat on the board on 5 May ${year}.`),
    ).toBeVisible();

    await dario.goto("/admin/people/imani");
    await unfold(dario, "Write down a role of the past");
    const form = dario.getByRole("form", { name: "Write down a role of the past" });
    await form.getByLabel("Role").selectOption("director");
    await form.getByLabel("In", { exact: true }).selectOption("board");
    await form.getByLabel("From").fill(`${year}-01-01`);
    await form.getByLabel("Until").fill(`${year}-12-31`);
    await form.getByRole("button", { name: "Write it down" }).click();
    await expect(form).toBeHidden(); // folded again: it is written down

    await reader.goto("/board");
    await shows(reader, day);
    await expect(reader.locator(".lines")).toContainText("Imani Okafor");
    await expect(reader.locator("main")).toContainText("1 seat voted; 1 was a quorum.");
    await expect(reader.getByRole("region", { name: "Seats over time" })).toContainText(year);
  });
}

async function shows(page: Page, day: string): Promise<void> {
  await page.getByLabel("On the day").fill(day);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(new RegExp(`on=${day}`));
}

async function unfold(page: Page, words: string, inside: Pick<Page, "getByText"> = page): Promise<void> {
  await inside.getByText(words, { exact: true }).first().click();
}
