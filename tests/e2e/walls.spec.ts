import { createServer } from "node:http";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { portOf } from "@/lib/server/listen";
import { type OwnServer, ownServer } from "./support/own-server";
import { signInAs } from "./support/people";

// A portal of this file's own: walls that other journeys must not run into.
let portal: OwnServer;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  const limits = { FORMS_PER_MINUTE: "3", PAGES_PER_MINUTE: "100", SEARCHES_PER_MINUTE: "10" };
  portal = await ownServer({ SEED: "demo", LOG_LEVEL: "trace", SIGN_INS_PER_MINUTE: "14", ...limits });
});
test.afterAll(() => portal.remove());

async function signedIn(browser: Browser, name: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.address, javaScriptEnabled });
  const page = await context.newPage();
  await signInAs(page, name);
  return page;
}

for (const [name, javaScriptEnabled] of [
  ["Noor Haddad", true],
  ["Sam Whitfield", false],
] as const) {
  const scripts = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  test(`a form that is sent too soon says when to send it again, and keeps its text, ${scripts}`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, name, javaScriptEnabled);
    await page.goto("/proposals?status=discussion");
    const links = await page
      .locator("main a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    await page.goto(links.find((href) => /^\/proposals\/\d+$/.test(href)) ?? "/");
    const form = page.locator("form").filter({ has: page.getByLabel("Your comment") });
    const answers: number[] = [];
    page.on("response", (answer) => {
      if (answer.request().method() === "POST") answers.push(answer.status());
    });
    // An empty comment is refused, and counts all the same.
    for (let time = 0; time < 3; time += 1) {
      await form.getByRole("button", { name: "Comment", exact: true }).click();
      await expect.poll(() => answers.length).toBe(time + 1);
      await expect(form.getByText("Write something first.").first()).toBeVisible();
    }
    await form.getByLabel("Your comment").fill("Ten minutes of thought.");
    await form.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(form.getByText(/quicker than the portal takes it. Nothing you typed is lost/)).toBeVisible();
    await expect(form.getByLabel("Your comment")).toHaveValue("Ten minutes of thought.");
    expect(answers.at(-1)).toBe(429);
    await page.context().close();
  });
}

test("another site's page changes nothing, and is told what to do", async ({ browser }) => {
  const page = await signedIn(browser, "Jules Marchetti", true);
  const before = await page.context().cookies();
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: portal.address, "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example", host: "evil.example" },
    {},
  ] as Record<string, string>[]) {
    const answer = await page.request.post("/theme", { headers, form: { theme: "dark" }, maxRedirects: 0 });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain(`has to be sent from a page at ${portal.address}`);
  }
  expect(await page.context().cookies()).toEqual(before);
  const own = { headers: { origin: portal.address }, form: { theme: "dark" }, maxRedirects: 0 };
  expect((await page.request.post("/theme", own)).status()).toBe(303);
  await page.context().close();
});

test("who asks for pages without end has to wait, and nobody else does", async ({ browser }) => {
  const page = await signedIn(browser, "Jules Marchetti", true);
  const stranger = await browser.newContext({ baseURL: portal.address });
  const statuses = new Set<number>();
  for (let time = 0; time < 14; time += 1) {
    const answer = await stranger.request.get("/search?q=stream");
    statuses.add(answer.status());
    if (answer.status() === 429) {
      expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
      expect(await answer.text()).toContain("That was more than one reader needs");
    }
  }
  expect([...statuses]).toEqual([200, 429]);
  expect((await stranger.request.get("/proposals")).status()).toBe(200);
  expect((await page.request.get("/search?q=stream")).status()).toBe(200);
  await stranger.close();
  await page.context().close();
});

test("who tries to sign in again and again has to wait", async ({ request }) => {
  const statuses: number[] = [];
  for (let time = 0; time < 15; time += 1) {
    const options = { headers: { origin: portal.address }, form: { handle: "noor" }, maxRedirects: 0 };
    const answer = await request.post(`${portal.address}/api/auth/callback/demo`, options);
    statuses.push(answer.status());
  }
  expect(statuses.at(-1)).toBe(429);
});

test("the log holds neither what was typed nor what opens a door", async ({ browser }) => {
  const page = await browser.newPage({ baseURL: portal.address });
  const words = [
    "a-rude-word",
    "streamboard_hunter2hunter2hunter2",
    "ada.secret@example.org",
    "tok3n-of-a-link",
  ];
  const [word, token, email, link] = words;
  await page.request.get(`/proposals?status=${word}&q=${word}&email=${email}`);
  await page.request.get(`/sign-in/link?token=${link}`);
  await page.request.get(`/api/v1/proposals?q=${word}`, { headers: { authorization: `Bearer ${token}` } });
  await page.request.get("/api/v1/me", { headers: { cookie: `authjs.session-token=${link}` } });
  await page.request.post("/api/v1/proposals", {
    headers: { authorization: `Bearer ${token}` },
    data: `{"${word}`,
  });
  await page.request.post("/proposals/1", {
    headers: { origin: portal.address, "next-action": "0".repeat(42), "content-type": "text/plain" },
    data: `["${word} of ${email}"]`,
  });
  // Nobody has that action: this is what was written of it, once it has arrived here.
  await expect.poll(() => portal.log().includes("Failed to find Server Action")).toBe(true);
  for (const secret of [...words, "Ten minutes of thought", "authjs.session-token=e", "Noor Haddad"])
    expect(portal.log()).not.toContain(secret);
  for (const line of portal
    .log()
    .split("\n")
    .filter((each) => each.startsWith("{")))
    JSON.parse(line);
  await page.close();
});

test("behind a proxy with TLS, browsers are told to come back over TLS, and the host is the portal's own", async () => {
  test.setTimeout(240_000);
  const port = await freePort();
  const secure = await ownServer({ AUTH_URL: "https://portal.example", PORT: String(port) });
  const listens = `http://127.0.0.1:${port}`;
  try {
    const answer = await fetch(`${listens}/sign-in`, { headers: { "x-forwarded-host": "evil.example" } });
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(answer.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(await answer.text()).not.toContain("evil.example");
    const csrf = await fetch(`${listens}/api/auth/csrf`);
    expect(csrf.headers.get("set-cookie")).toMatch(
      /^__Host-[\w.-]+=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    const foreign = { method: "POST", headers: { origin: listens } };
    expect((await fetch(`${listens}/theme`, foreign)).status).toBe(403);
  } finally {
    await secure.remove();
  }
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ok) => probe.listen(0, "127.0.0.1", ok));
  const port = portOf(probe);
  await new Promise((ok) => probe.close(ok));
  return port;
}
