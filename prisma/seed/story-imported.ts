import { readFileSync } from "node:fs";
import { importPagure } from "@/lib/import-export/commands/import-pagure";
import { must, type Scene } from "./scene";
import type { Stage } from "./stage";

const thread = new URL("./data/board-thread.json", import.meta.url);

/** A thread of another tracker, as its API gives it: closed, thanked for, and never taken up. */
export function importedStory({ ago }: Stage): Scene[] {
  const theImport = { kind: "system", name: "import" } as const;
  const play = async () => must(await importPagure(theImport, readFileSync(thread, "utf8")));
  return [{ when: ago(0.8), play }];
}
