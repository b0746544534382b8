import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { db } from "@/lib/db/client";
import { addressOf, asAdministrator, migrate, quoted } from "@/lib/db/migrate";
import { listClaims } from "@/lib/import-export/claim-queries";
import { unclaimPlaceholder } from "@/lib/import-export/commands/undo-claim";
import { migrateOutbox } from "@/lib/outbox/worker";
import { findProfile } from "@/lib/people/profile-queries";
import { thePublic } from "@/lib/workflow/actor";
import { aPerson, type Person, theBoard } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { ask } from "../../support/database";
import { migrateUntil } from "../../support/earlier-release";
import { beginAgainWith } from "../../support/own-database";

// Claims that were confirmed by a release in which only an event said so.

const name = `test_${process.pid}_older_claims`;
const url = addressOf(inject("server"), name);
const drop = () => asAdministrator(inject("server"), `DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);

/** As that release left it: Amara was seen in a public thread and Sanjay in the board's own; both have come, Zed has not. */
const thatRelease = `
  INSERT INTO "Person" ("id", "handle", "name", "isPlaceholder", "disabledAt") VALUES
    (101, 'amara-seen', 'Amara', true, '2026-01-05'), (102, 'sanjay-seen', 'Sanjay', true, '2026-01-06'),
    (103, 'zed-seen', 'Zed', true, NULL), (201, 'amara', 'Amara Example', false, NULL),
    (202, 'sanjay', 'Sanjay Example', false, NULL), (203, 'dana', 'Dana Admin', false, NULL);
  INSERT INTO "ExternalIdentity" ("tracker", "username", "personId") VALUES
    ('pagure', 'amara', 201), ('pagure', 'sanjay', 202), ('pagure', 'zed', 103);
  INSERT INTO "Proposal" ("id", "number", "title", "authorId", "status", "visibility", "sourceKey") VALUES
    (63, 63, 'A region that runs Stream', 201, 'discussion', 'public', 'pagure:centos-board#63'),
    (64, 64, 'About somebody', 202, 'discussion', 'executive', 'pagure:centos-board#64');
  INSERT INTO "Event" ("type", "subject", "subjectId", "proposalId", "visibility") VALUES
    ('proposal.imported', 'proposal', 63, 63, 'public'), ('proposal.imported', 'proposal', 64, 64, 'executive');
  INSERT INTO "Event" ("at", "type", "actorId", "onBehalfOf", "subject", "subjectId", "visibility", "data") VALUES
    ('2026-01-05T10:00Z', 'person.claimed', 203, NULL, 'person', 201, 'public', '{"placeholder": "amara-seen",
      "placeholderId": 101, "identities": [{"tracker": "pagure", "username": "amara"}], "moved": {"proposals": [63]}}'),
    ('2026-01-06T10:00Z', 'person.claimed', NULL, 'command line', 'person', 202, 'executive', '{"placeholder": "sanjay-seen",
      "placeholderId": 102, "identities": [{"tracker": "pagure", "username": "sanjay"}], "moved": {"proposals": [64]}}');`;

beforeAll(async () => {
  await migrateUntil(url, "20261129121000_claims");
  await ask(url, `BEGIN; ${thatRelease} COMMIT;`);
  await migrate(url);
  await migrateOutbox(url);
  await beginAgainWith(name);
});
afterAll(drop);

describe("a claim from before claims were kept as such", () => {
  it("stands as confirmed, by whom and when it was; who was not claimed is still open", async () => {
    const rows = await db.placeholderClaim.findMany({ orderBy: { placeholderId: "asc" } });
    const confirmed = { status: "confirmed", version: 1, reason: "", answer: "" };
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ ...confirmed, placeholderId: 101, personId: 201, decidedById: 203, hidden: false },
        ...{ askedAt: new Date("2026-01-05T10:00Z"), decidedAt: new Date("2026-01-05T10:00Z") },
      }),
      expect.objectContaining({
        ...{ ...confirmed, placeholderId: 102, personId: 202, decidedById: null, hidden: true },
        ...{ decidedAt: new Date("2026-01-06T10:00Z") },
      }),
    ]);
    expect(await findProfile(thePublic, "amara-seen")).toMatchObject({ claimedBy: { handle: "amara" } });
  });

  it("is undone like any other: the thread and the name in the tracker are the placeholder's again", async () => {
    const { chair } = await theBoard();
    const undone = await unclaimPlaceholder(chair, { placeholder: "amara-seen", reason: "Another Amara." });
    expect(expectDone(undone)).toMatchObject({ placeholder: "amara-seen", person: "amara", proposals: 1 });
    expect(await db.proposal.findUniqueOrThrow({ where: { id: 63 } })).toMatchObject({ authorId: 101 });
    expect(await db.externalIdentity.findFirst({ where: { username: "amara" } })).toMatchObject({
      personId: 101,
    });
    expect(await findProfile(thePublic, "amara-seen")).toMatchObject({ claimedBy: null });
  });

  it("of a thread that only the board reads is known to the board alone", async () => {
    const { chair } = await theBoard();
    const admin = await aPerson({ roles: [{ role: "admin", body: "infra" }] });
    const seenBy = async (reader: Person) =>
      (await listClaims(reader))?.decided.map(({ placeholder }) => placeholder.handle).toSorted();
    expect(await seenBy(chair)).toEqual(["amara-seen", "sanjay-seen"]);
    expect(await seenBy(admin)).toEqual(["amara-seen"]);
  });
});
