import { expect, test } from "@playwright/test";

// What the contract calls these files, asked of the running server.

test("feeds and files are found from the pages, at the addresses of the contract, and are sent once", async ({
  page,
  request,
}) => {
  for (const [where, feed] of [
    ["/proposals", "/proposals.atom"],
    ["/decisions", "/decisions.atom"],
    ["/tickets", "/tickets.atom"],
    ["/meetings", "/meetings.ics"],
  ] as const) {
    await page.goto(where);
    await expect(page.locator(`head link[rel="alternate"][href="${feed}"]`)).toHaveCount(1);
    await expect(page.locator(`main a[href="${feed}"]`)).toBeVisible();
    const first = await request.get(feed);
    expect([feed, first.status()]).toEqual([feed, 200]);
    const again = await request.get(feed, { headers: { "if-none-match": first.headers().etag ?? "" } });
    expect([feed, again.status()]).toEqual([feed, 304]);
  }
});

test("a proposal and a meeting have theirs, and what is not there has none", async ({ page, request }) => {
  await page.goto("/proposals");
  const href = await page
    .locator('main a[href^="/proposals/"]')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute("href"))
        .find((address) => /^\/proposals\/\d+$/.test(address ?? "")),
    );
  const atom = await request.get(`${href}.atom`);
  expect([atom.status(), atom.headers()["content-type"]]).toEqual([
    200,
    "application/atom+xml; charset=utf-8",
  ]);
  expect(await atom.text()).toContain(`${href}#event-`);
  const text = await request.get(`${href}.md`);
  expect([text.status(), text.headers()["content-type"]]).toEqual([200, "text/markdown; charset=utf-8"]);
  await page.goto(`${href}/history`);
  await expect(page.locator(`head link[rel="alternate"][href="${href}.atom"]`)).toHaveCount(1);

  await page.goto("/meetings");
  const day = await page.locator('main a[href^="/meetings/2"]').first().getAttribute("href");
  const ics = await request.get(`${day?.split(/[/?#]/).slice(0, 3).join("/")}.ics`);
  expect([ics.status(), ics.headers()["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  for (const missing of [
    "/proposals/999999.atom",
    "/proposals/999999.md",
    "/meetings/1999-01-01.ics",
    "/meetings.ics?body=nobody",
  ])
    expect([missing, (await request.get(missing)).status()]).toEqual([missing, 404]);
});
