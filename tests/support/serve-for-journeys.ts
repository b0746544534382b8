import { rmSync } from "node:fs";
import { startEmbedded } from "@/lib/db/embedded";
import { careless } from "./database";

// The journeys begin with the demo's story as it was told, whatever an earlier run wrote, or left running.
const folder = ".data/e2e";
const earlier = await startEmbedded(`${folder}/postgres`);
await earlier.stop();
rmSync(folder, { recursive: true, force: true });
// The server finds it running, and stops it when it ends.
await startEmbedded(`${folder}/postgres`, { settings: careless });

await import("@/lib/server/start");
