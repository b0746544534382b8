import { fill, form, refusal } from "./support/forms";
import { setMeeting } from "./support/meetings";
import { expect, type Page, test } from "./support/people";
import { ask, askForTime, fillOffer, offerTime, publish } from "./support/proposals";

const plain = { javaScriptEnabled: false };

const bare = {
  title: "Notebooks that are not ready",
  summary: "For the students of spring.",
  asks: [{ kind: "sig_work", text: "Run the notebooks.", owner: "sig-cloud" }],
} as const;

const readiness = (page: Page) => page.getByRole("region", { name: "Readiness", exact: true });

/** Where a link of the page leads: the page is there, and the place on it that the link names. */
async function leads(page: Page, name: string): Promise<string> {
  const link = readiness(page).getByRole("link", { name, exact: true }).first();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { pathname, hash } = new URL(page.url());
  if (hash) await expect(page.locator(hash)).toBeAttached();
  return pathname + hash;
}

test("each thing that keeps a proposal from being ready leads to where it is mended", async ({ as }) => {
  const noor = await as("Noor Haddad");
  const imani = await as("Imani Okafor");
  const number = await publish(noor, bare);
  const home = `/proposals/${number}`;
  await ask(imani, number, "@noor", "Who pays for the power?");

  await noor.goto(home);
  await expect(readiness(noor)).toContainText(
    "Needs: what the board must do, an answer to question 1, a sponsor. ",
  );
  await expect(readiness(noor)).toContainText("Earliest meeting: ");
  expect(await leads(noor, "what the board must do")).toBe(`${home}/edit#section-why`);
  await noor.goto(home);
  expect(await leads(noor, "an answer to question 1")).toBe(`${home}/questions#question-1`);
  await noor.goto(home);
  expect(await leads(noor, "a sponsor")).toBe(`${home}/support`);

  await test.step("others are led to where it is read", async () => {
    await imani.goto(home);
    expect(await leads(imani, "what the board must do")).toBe(`${home}#asks`);
  });

  await test.step("every part is listed, there or missing", async () => {
    await noor.goto(home);
    await readiness(noor).getByText("Readiness for the board: 6 of 9 are there").click();
    await expect(readiness(noor).getByRole("img", { name: "Missing:" })).toHaveCount(3);
    await expect(readiness(noor).getByText("waits for Noor Haddad")).toBeVisible();
  });
});

test("an officer offers time to what is not ready only with a reason, which the history keeps", async ({
  as,
}) => {
  const [noor, sam] = [await as("Noor Haddad", plain), await as("Sam Whitfield")];
  const number = await publish(noor, { ...bare, title: "Heard before it is ready" });
  await setMeeting(sam, "2034-03-08", "60");
  await askForTime(noor, number, "10");
  await sam.goto("/");
  await expect(sam.locator("main")).toContainText(
    `#${number} Heard before it is ready. Needs: what the board must do, a sponsor.`,
  );

  const offer = { meeting: "2034-03-08", present: "10", questions: "0" };
  await fillOffer(sam, number, { ...offer, unreadyReason: " " });
  await form(sam, "Offer a slot").getByRole("button", { name: "Offer a slot", exact: true }).click();
  await expect(refusal(sam)).toContainText("It is not ready for the board: it needs what the board must do");
  await offerTime(sam, number, { ...offer, unreadyReason: "Spring does not wait." });
  await noor.goto(`/proposals/${number}/history`);
  await expect(noor.locator("main")).toContainText("before it is ready; it needs what the board must do");
  await expect(noor.locator("main")).toContainText("Spring does not wait.");
});

test("a SIG's chair says what it is for and what it runs, without JavaScript", async ({ as }) => {
  const tomas = await as("Tomas Lind", plain);
  await tomas.goto("/sigs/sig-cloud");
  await tomas.getByText("Change what it is for").click();
  await fill(form(tomas, "What it is for"), { "What the SIG is for": "We run **clouds** for the curious." });
  await tomas.getByRole("button", { name: "Save what it is for" }).click();
  await expect(tomas.locator("#purpose strong")).toHaveText("clouds");

  await tomas.getByText("Add a workload").click();
  const adding = form(tomas, "Add a workload");
  await fill(adding, { Name: "Notebooks of spring", Address: "javascript:alert(1)" });
  await adding.getByRole("button", { name: "Add the workload" }).click();
  await expect(refusal(tomas)).toBeVisible();
  await expect(form(tomas, "Add a workload").getByLabel("Name")).toHaveValue("Notebooks of spring");
  await fill(form(tomas, "Add a workload"), { Address: "https://notebooks.example.org" });
  await form(tomas, "Add a workload").getByRole("button", { name: "Add the workload" }).click();
  const workload = tomas.getByRole("listitem").filter({ hasText: "Notebooks of spring" }).first();
  await expect(workload).toContainText("Planned");
  await workload.getByText("Say how “Notebooks of spring” stands").click();
  await workload.getByRole("button", { name: "Start onboarding" }).click();
  await expect(workload).toContainText("Onboarding");

  await test.step("the region shows it, and leads back", async () => {
    await tomas.goto("/region/stream");
    const shown = tomas
      .locator("#workloads")
      .getByRole("listitem")
      .filter({ hasText: "Notebooks of spring" });
    await expect(shown).toContainText("Onboarding");
    await shown.getByRole("link", { name: "Cloud SIG" }).click();
    await expect(tomas.getByRole("heading", { level: 1 })).toHaveText("Cloud SIG");
  });
});

test("a guest reads a SIG's page and changes nothing there", async ({ page }) => {
  await page.goto("/proposals");
  await page.getByRole("contentinfo").getByRole("link", { name: "SIGs" }).click();
  await page.getByRole("link", { name: "Cloud SIG" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cloud SIG");
  await expect(page.getByRole("complementary")).toContainText("Tomas Lind");
  await expect(page.locator("main form")).toHaveCount(0);
  const gone = await page.goto("/sigs/board");
  expect(gone?.status()).toBe(404);
});

test("the secretary names the sponsoring director, and only a director of now is offered", async ({ as }) => {
  const sam = await as("Sam Whitfield");
  await sam.goto("/sigs/sig-hyperscale");
  await sam.getByText("Name the sponsoring director").click();
  const naming = form(sam, "Sponsoring director");
  await expect(naming.getByRole("option", { name: "Noor Haddad" })).toHaveCount(0);
  await fill(naming, { "Director who stands for it": "imani" });
  await naming.getByRole("button", { name: "Save the sponsor" }).click();
  await expect(sam.getByRole("complementary").getByRole("link", { name: "Imani Okafor" })).toBeVisible();
  await expect(sam.locator("main")).toContainText("named Imani Okafor as the sponsoring director");
});
