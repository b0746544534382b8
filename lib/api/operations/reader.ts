import { z } from "zod";
import { noteExport } from "../../audit/commands/note-alone";
import { findHome } from "../../home/queries";
import { importGitlab } from "../../import-export/commands/import-gitlab";
import { importPagure } from "../../import-export/commands/import-pagure";
import { exportAll } from "../../import-export/export-queries/export-all";
import { markAllRead } from "../../notifications/commands/mark-all-read";
import { listInbox } from "../../notifications/queries";
import { markAllReadInput } from "../../notifications/schema";
import { search } from "../../search/queries";
import { streamOf } from "../../text-stream";
import { createToken } from "../../tokens/commands/create-token";
import { revokeToken } from "../../tokens/commands/revoke-token";
import { listTokens } from "../../tokens/queries";
import { createTokenInput, revokeTokenInput } from "../../tokens/schema";
import type { Actor } from "../../workflow/actor";
import { inboxLine, searchHit, yourMove } from "../answers/reader";
import { instant, listOf } from "../answers/shared";
import { tokenLine } from "../answers/tokens";
import { own } from "../audience";
import { admins, everyone, ownThings, signedIn } from "../audiences";
import { deed, type Operation, read } from "../operation";
import { paged, pageOf, paging, shortened } from "../paging";

const some = z.object(paging);
const imported = z.object({
  ...{ created: z.number(), updated: z.number(), unchanged: z.number() },
  ...{ comments: z.number(), events: z.number() },
});
const ofImport = { scope: "admin", mostBytes: 4_900_000 } as const;
const q = z.string("Say what to look for: ?q=…").trim().min(1, "Say what to look for: ?q=…").max(200);

export const readerOperations: readonly Operation[] = [
  read("GET /inbox", "List what you were told", ownThings, some, inboxPart, listOf(inboxLine)),
  deed(
    "POST /inbox/read",
    "Mark all up to one as read",
    signedIn,
    markAllReadInput,
    markAllRead,
    z.object({ read: z.number() }),
  ),
  read(
    "GET /your-moves",
    "List what waits for you",
    ownThings,
    some,
    async (actor, page) => pageOf((await findHome(actor)).moves, page, (each) => each.key),
    listOf(yourMove),
  ),
  read(
    "GET /search",
    "Search everything that you may see",
    everyone,
    z.object({ q, ...paging }),
    async (actor, { q: words, ...page }) => pageOf(await search(actor, words), page, (each) => each.href),
    listOf(searchHit),
  ),
  read(
    "GET /tokens",
    "List your tokens",
    ownThings,
    some,
    async (actor, page) => pageOf(await listTokens(actor), page, (each) => each.id),
    listOf(tokenLine),
  ),
  deed(
    "POST /tokens",
    "Make a token; it is shown in this answer and never again",
    signedIn,
    createTokenInput,
    createToken,
    z.object({ id: z.number(), secret: z.string().optional(), expiresAt: instant }),
    { status: 201, inPersonOnly: true },
  ),
  deed(
    "DELETE /tokens/{token}",
    "Revoke a token",
    own("whose it is"),
    revokeTokenInput,
    revokeToken,
    z.object({ token: z.number() }),
  ),
  read(
    "GET /export",
    "Read everything that you may see, as JSON lines",
    everyone,
    z.object({}),
    exportEverything,
    z.string(),
    {
      text: {
        mediaType: "application/jsonl; charset=utf-8",
        write: streamOf,
      },
    },
  ),
  deed(
    "POST /imports/pagure",
    "Take over the threads of a Pagure tracker, from what it exports",
    admins,
    z.object({ text: z.string().min(1, "Send what the tracker exports, as a text.") }),
    (actor, { text }) => importPagure(actor, text),
    imported,
    ofImport,
  ),
  deed(
    "POST /imports/gitlab",
    "Take over the threads of a GitLab project, from what its API writes, with the notes of each issue",
    admins,
    z.object({ text: z.string().min(1, "Send what the API writes, as a text.") }),
    (actor, { text }) => importGitlab(actor, text),
    imported,
    ofImport,
  ),
];

async function exportEverything(actor: Actor) {
  await noteExport(actor, { what: "everything that they may see", format: "JSON lines" });
  return exportAll(actor);
}

async function inboxPart(actor: Actor, { cursor, limit }: { cursor: string; limit: number }) {
  if (actor.kind !== "person") return null;
  const { lines, older } = await listInbox(actor, /^\d{1,9}$/.test(cursor) ? { before: Number(cursor) } : {});
  return shortened(paged({ items: lines, nextCursor: older }), limit, (each) => each.id);
}
