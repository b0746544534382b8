// usage: node --import tsx shoot.mts BASE OUT PERSON path [path...]   (env: SIZES=360,768,1440 MODES=light,dark)
import { chromium } from "@playwright/test";
import { findChromium } from "@/tests/support/chromium";

const [base, out, person, ...paths] = process.argv.slice(2);
const sizes = (process.env.SIZES ?? "360,1440").split(",").map(Number);
const modes = (process.env.MODES ?? "light").split(",");
const { executablePath } = await findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
for (const mode of modes)
  for (const width of sizes) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: mode as "light" | "dark",
    });
    const page = await context.newPage();
    if (person && person !== "-") {
      await page.goto(`${base}/sign-in`);
      await page.getByRole("button", { name: person }).click();
      await page.waitForURL(`${base}/`);
    }
    for (const path of paths) {
      await page.goto(base + path);
      const name = path.replace(/[^a-z0-9]+/gi, "_");
      await page.screenshot({ path: `${out}/${name}-${width}-${mode}.png`, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      console.log(path, width, mode, "overflow", wide, (await page.content()).length);
    }
    await context.close();
  }
await browser.close();
