// `npm start`: everything that stands between a fresh clone and a page in the browser.
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });

try {
  const { loadDotEnv } = await import("./dot-env");
  const { env } = await import("../env");
  loadDotEnv();
  const { refuseTakenPort } = await import("./listen");
  await refuseTakenPort(env()); // what stands in the way is said before anything slow
  const { ensureBuild, ensureClient } = await import("./build");
  await ensureClient();
  await ensureBuild(() =>
    process.stdout.write("Building the pages: about half a minute, only after a change …\n"),
  );
  const { runServer } = await import("./run");
  await runServer(false);
} catch (error) {
  const { refuseToStart } = await import("./refuse-to-start");
  refuseToStart(error);
}

export {};
