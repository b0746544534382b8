import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
// Vite keeps a MODE of its own in the environment, which is not the portal's.
// A busy machine is no reason to cut a question off.
// Settings are read once in a worker: nobody asks so often in a minute as a test does, in whichever file.
const often = { API_READS_PER_MINUTE: "1000000", API_WRITES_PER_MINUTE: "1000000" };
const environment = { MODE: "demo", STATEMENT_SECONDS: "120", ...often };
const shared = { resolve: { alias: { "@": root.replace(/\/$/, "") } } };

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          isolate: false,
          testTimeout: 60_000,
          env: environment,
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/architecture/**/*.test.ts"],
        },
      },
      {
        ...shared,
        test: {
          name: "integration",
          isolate: false,
          env: environment,
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/database.ts"],
          setupFiles: ["tests/support/own-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
