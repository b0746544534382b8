// `npm run dev`: the same database and worker as `npm start`, with Next's development mode in front.
Object.assign(process.env, { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" });

try {
  const { ensureClient } = await import("./build");
  await ensureClient();
  const { runServer } = await import("./run");
  await runServer(true);
} catch (error) {
  const { refuseToStart } = await import("./refuse-to-start");
  refuseToStart(error);
}

export {};
