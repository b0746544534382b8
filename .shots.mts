import { chromium } from "@playwright/test";
import { storyCalendar } from "@/prisma/seed/calendar";
import { signInAs } from "./tests/e2e/support/people";
import { findChromium } from "./tests/support/chromium";

const { executablePath } = await findChromium();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const { coming } = storyCalendar();
const d = coming[0];
const shots: [string, string, string][] = [
  ["agenda", "Sam Whitfield", `/meetings/${d}`],
  ["queue", "Sam Whitfield", "/meetings/queue"],
  ["month", "Sam Whitfield", `/meetings/month?month=${d.slice(0, 7)}`],
  ["new", "Sam Whitfield", "/meetings/new"],
  ["preread", "Pavel Novak", `/meetings/${d}/preread`],
  ["list", "Sam Whitfield", "/meetings"],
  ["home", "Pavel Novak", "/"],
  ["history", "Sam Whitfield", `/meetings/${d}/history`],
];
const names = new Set(shots.map(([, who]) => who));
console.log(
  await (await fetch("http://localhost:3310/sign-in"))
    .text()
    .then((t) => [...t.matchAll(/<button[^>]*>([^<]{4,40})<\/button>/g)].map((m) => m[1]).join("; ")),
);
for (const [size, scheme] of [
  [360, "light"],
  [1440, "light"],
  [1440, "dark"],
] as const) {
  for (const who of names) {
    const context = await browser.newContext({
      baseURL: "http://localhost:3310",
      viewport: { width: size, height: 900 },
      colorScheme: scheme,
    });
    const page = await context.newPage();
    try {
      await signInAs(page, who);
    } catch (e) {
      console.log(who, String(e).slice(0, 200));
      continue;
    }
    for (const [name, by, path] of shots) {
      if (by !== who || (scheme === "dark" && !["agenda", "queue"].includes(name))) continue;
      await page.goto(path);
      await page.screenshot({ path: `/tmp/a4/${name}-${size}-${scheme}.png`, fullPage: true });
    }
    if (size === 360 && who.startsWith("Sam")) {
      console.log(await page.goto(`/meetings/${d}/agenda.md`).then((r) => r?.text()));
    }
    await context.close();
  }
}
await browser.close();
