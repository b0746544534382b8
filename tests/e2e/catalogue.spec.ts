import { expect, test } from "./support/people";

test("a requester finds the right request, is told at once what does not fit, and keeps a draft", async ({
  as,
}) => {
  const page = await as("Noor Haddad");
  await page.goto("/tickets");
  await page.getByRole("link", { name: "What can be asked of the infra team" }).click();
  await page.getByRole("link", { name: "Bare-metal hosts" }).click();
  await expect(page.getByRole("heading", { name: "What we need from you and why" })).toBeVisible();
  await page.getByRole("link", { name: "Start a request" }).click();

  await page.getByLabel("Title").fill("Two hosts to try the catalogue on");
  const count = page.getByLabel("Number of hosts");
  await count.fill("-1");
  await count.press("Tab");
  await expect(page.getByText("Give a whole number from 1 to 500, such as 6.")).toBeVisible();
  await page.getByLabel("CPU cores per host").fill("32");
  await page.getByLabel("Memory per host, in GiB").fill("256");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  const alert = page.locator("main").getByRole("alert");
  await expect(alert).toContainText("Give a whole number from 1 to 500");
  await expect(alert).toContainText("Disk per host, in GiB is missing");
  await expect(page.getByLabel("CPU cores per host")).toHaveValue("32");

  await count.fill("2");
  await page.getByLabel("Disk per host, in GiB").fill("1920");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await page.waitForURL(/\/tickets\/\d+$/);
  await expect(page.getByText("Needs a board decision").first()).toBeVisible();
});

test("a private key is refused, and does not come back into the form", async ({ as }) => {
  const page = await as("Noor Haddad");
  await page.goto("/tickets/new?to=infra&type=ci_tenant");
  const dashes = "-".repeat(5);
  const key = page.getByLabel("SSH public key");
  await key.fill(
    `${dashes}BEGIN OPENSSH PRIVATE KEY${dashes} b3Blbn ${dashes}END OPENSSH PRIVATE KEY${dashes}`,
  );
  await page.getByLabel("Title").fill("A tenant");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText(
    "This is a private key, and it was not kept.",
  );
  await expect(key).toHaveValue("");
  await expect(page.getByLabel("Title")).toHaveValue("A tenant");
});

test("an administrator adds a rule and sees its effect; nobody else sees the rules", async ({ as }) => {
  const page = await as("Dario Conti");
  const text = `/admin/routing?kind=infra_request&text=${encodeURIComponent("A zeppelin for the region")}`;
  await page.goto(text);
  await expect(page.getByText("This would go to: Infra team, as “General request”")).toBeVisible();
  await page.getByRole("link", { name: "Add a rule" }).click();
  await page.getByLabel("Words").fill("zeppelin*");
  await page.getByLabel("It goes to").selectOption("initiative");
  await page.getByLabel("Because").fill("Zeppelins are planned by quarter.");
  await page.getByRole("button", { name: "Add the rule" }).click();
  await page.waitForURL(/\/admin\/routing#/);
  await page.goto(text);
  await expect(
    page.getByText("This would go to: Initiative, by rule 1. Zeppelins are planned"),
  ).toBeVisible();
  await page.getByRole("button", { name: /Switch rule 1 off/ }).click();
  await expect(page.getByText("Switched off").first()).toBeVisible();

  const stranger = await as("Noor Haddad");
  expect((await stranger.goto("/admin/routing"))?.status()).toBe(404);
});
