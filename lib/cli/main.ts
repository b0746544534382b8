// `npm run portal -- <command>`: 0 done, 1 refused or failed, 2 wrong usage.
import { main } from "./run-command";

Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? "production" });
process.exitCode = await main(process.argv.slice(2));
