import { writeSync } from "node:fs";
import { prepareDatabase } from "@/lib/server/prepare";

// Writes proposals as fast as it can, and says of each which was confirmed to it: the crash test ends it, or its
// database, at any moment, and then looks whether the words were kept.

const writers = 4;

await prepareDatabase();
const { aProposal } = await import("../factories/proposals");
await aProposal().draft(); // makes the bodies, which the writers then share
await Promise.all(Array.from({ length: writers }, writeForever));

async function writeForever(): Promise<never> {
  for (;;) {
    const { number } = await aProposal().inDiscussion();
    writeSync(1, `confirmed ${number}\n`);
  }
}
