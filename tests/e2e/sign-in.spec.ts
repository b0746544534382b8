import { expect, test } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { portOf } from "@/lib/server/listen";
import { atAnAccountService } from "./attacks/all";
import { Portal } from "./attacks/portal";
import { tryAttack } from "./attacks/try-attack";
import { atTheProvider } from "./support/at-the-provider";
import { providerClient, type TestProvider, testProvider } from "./support/oidc";
import { type OwnServer, ownServer } from "./support/own-server";

let provider: TestProvider;
let portal: OwnServer;
let mailServer: SMTPServer;
const mails: string[] = [];

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, taken) => {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        mails.push(text.replaceAll("=\r\n", "").replaceAll("=3D", "="));
        taken();
      });
    },
  });
  await new Promise<void>((ok) => mailServer.listen(0, "localhost", ok));
  const mailPort = portOf(mailServer.server);
  provider = await testProvider();
  portal = await ownServer({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: providerClient.id,
    OIDC_CLIENT_SECRET: providerClient.secret,
    OIDC_CLAIM_HANDLE: "nickname",
    OIDC_GROUPS_MINUTES: "60",
    FIRST_ADMIN: "ada",
    SIGN_INS_PER_MINUTE: "0", // attacks sign in often
    MAIL_URL: `smtp://localhost:${mailPort}`,
    MAIL_FROM: "Streamboard <portal@example.org>",
  });
  provider.serves(`${portal.address}/api/auth/callback/oidc`);
});

test.afterAll(async () => {
  await portal.remove();
  await provider.stop();
  await new Promise<void>((ok) => mailServer.close(() => ok()));
});

for (const javaScriptEnabled of [true, false]) {
  const scripts = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  test(`somebody signs in with their community account, and holds what their groups give, ${scripts}`, async ({
    browser,
  }) => {
    const login = javaScriptEnabled ? "ada" : "grace";
    provider.accounts.set(login, { name: `${login} of the board`, groups: ["board", "sig-cloud-sponsors"] });
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${portal.address}/sign-in?back=/account`);
    await page.getByRole("link", { name: "Sign in with your community account" }).click();
    await atTheProvider(page, login);
    await expect(page).toHaveURL(`${portal.address}/account`);
    const side = page.getByRole("complementary", { name: "About this account" });
    await expect(side).toContainText("SIG chair");
    await expect(side).toContainText("by the group board");
    await expect(side).toContainText(`${login}@example.org`);
    await expect(side).toContainText("is asked again on");
    const cookies = (await context.cookies()).filter(({ name }) => name.endsWith("session-token"));
    expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: "Lax" })]);
    await context.close();
  });
}

test("who left a group loses its role at the next sign-in, also when the provider has new keys by then", async ({
  page,
}) => {
  provider.accounts.set("ada", { name: "ada", groups: ["board"] });
  provider.rotateKeys();
  await page.goto(`${portal.address}/sign-in/oidc?back=/account`);
  await atTheProvider(page, "ada");
  const side = page.getByRole("complementary", { name: "About this account" });
  await expect(side).toContainText("Director");
  await expect(side).toContainText("Administrator");
  await expect(side).not.toContainText("SIG chair");
});

test("a session that is ended in one browser is over in the other at once", async ({ browser }) => {
  const [one, other] = [await browser.newContext(), await browser.newContext()];
  const [here, there] = [await one.newPage(), await other.newPage()];
  for (const page of [there, here]) {
    await page.goto(`${portal.address}/sign-in/oidc?back=/account`);
    await atTheProvider(page, "grace");
    await expect(page).toHaveURL(`${portal.address}/account`);
  }
  const others = here.locator("#sessions li", { hasText: "Another browser" });
  const count = await others.count();
  await others.first().getByRole("button", { name: "Sign it out" }).click();
  await expect(others).toHaveCount(count - 1);
  await there.goto(`${portal.address}/account`);
  await expect(there).toHaveURL(/\/sign-in\?back=/);
  await here.goto(`${portal.address}/account`);
  await expect(here).toHaveURL(`${portal.address}/account`);
  for (const context of [one, other]) await context.close();
});

test("a link by mail signs in once; the page says the same for an address that nobody has", async ({
  page,
}) => {
  for (const address of ["nobody@example.org", "grace@example.org"]) {
    await page.goto(`${portal.address}/sign-in?back=/meetings`);
    await page.getByLabel("Address of your account").fill(address);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByText("If there is an account with this address")).toBeVisible();
  }
  await expect.poll(() => mails.length, { timeout: 20_000 }).toBe(1);
  const link = /http:\/\/localhost:\d+\/sign-in\/link\?token=[\w-]+/.exec(mails[0] ?? "")?.[0] ?? "";
  expect(mails[0]).toContain("grace@example.org");
  await page.goto(link);
  await page.getByRole("button", { name: /^Sign in as/ }).click();
  await expect(page).toHaveURL(`${portal.address}/meetings`);
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText("This link does not work any more.")).toBeVisible();
});

test.describe(atAnAccountService.title, () => {
  let attacked: Portal;
  test.beforeAll(async () => {
    for (const login of ["mallory", "victor"]) provider.accounts.set(login, { name: login, groups: [] });
    attacked = await Portal.over(portal);
    await attacked.quiet();
  });
  test.afterAll(() => attacked.leave());

  for (const attack of atAnAccountService.attacks)
    test(attack.tried, ({ browser }) => tryAttack(attack, attacked, browser));
});

test("a provider that does not answer is said to be so, and holds nobody for long", async ({ page }) => {
  provider.sleep(true);
  const began = performance.now();
  await page.goto(`${portal.address}/sign-in/oidc?back=/meetings`);
  await expect(page.getByText("The account service does not answer.")).toBeVisible();
  expect(performance.now() - began).toBeLessThan(15_000);
  await expect(page.getByRole("link", { name: /Sign in with your/ })).toHaveAttribute(
    "href",
    /back=%2Fmeetings/,
  );
  provider.sleep(false);
});
