// `npm run build`: what a start would otherwise do first, with the same stamp, so that it is not done twice.
import { ensureBuild, ensureClient } from "./build";

await ensureClient();
const built = await ensureBuild();
process.stdout.write(built ? "The pages are built.\n" : "The pages were built from these files before.\n");
