import { defineConfig } from "@playwright/test";
import { settings } from "../lib/settings";
import { findChromium } from "./support/chromium";

const port = Number(process.env.E2E_PORT || 3210);
const { executablePath } = await findChromium();
// Whatever the caller has set, or has in .env, is not for this server: a setting that is empty counts as not set.
const unset = Object.fromEntries(Object.keys(settings).map((name) => [name, ""]));

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results",
  fullyParallel: true,
  // A journey waits for its server, and the server for it: two at once keep two cores busy.
  workers: 2,
  // On a loaded machine a journey may be too slow once. What passes only when repeated is named at the end (tests/run.ts).
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "../.data/e2e-report.json" }]],
  use: {
    baseURL: `http://localhost:${port}`,
    // A trace of each step costs a third of the time; what failed is run again with it.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
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
    },
  },
  webServer: {
    command: `${process.execPath} --import tsx tests/support/serve-for-journeys.ts`,
    cwd: "..",
    url: `http://localhost:${port}/health`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      ...unset,
      PORT: String(port),
      DATA_DIR: ".data/e2e",
      SEED: "demo",
      SHOW_QUERIES: "1",
      LOG_LEVEL: "warn",
      // All journeys come from one address, quicker than people do. Walls have a journey of their own.
      STATEMENT_SECONDS: "60",
      PAGES_PER_MINUTE: "1000000",
      SEARCHES_PER_MINUTE: "1000000",
      FORMS_PER_MINUTE: "1000000",
      UPLOADS_PER_MINUTE: "1000000",
      SIGN_INS_PER_MINUTE: "1000000",
      API_READS_PER_MINUTE: "1000000",
      API_WRITES_PER_MINUTE: "1000000",
    },
    stderr: "pipe",
  },
});
