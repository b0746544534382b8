import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { onlyOnce } from "@/lib/db/submission";
import { env } from "@/lib/env";
import { attachFile } from "@/lib/materials/commands/attach-file";
import { removeMaterial } from "@/lib/materials/commands/remove-material";
import { findAttachment, readAttachment } from "@/lib/materials/queries";
import { attachFileInput, removeMaterialInput } from "@/lib/materials/schema";
import { newAttachmentId, readFromFolder, writeToFolder } from "@/lib/materials/storage";
import { tidyFolder } from "@/lib/materials/tidy-folder";
import { type Actor, thePublic } from "@/lib/workflow/actor";
import { send } from "../../factories/discussion";
import { aPdf, aPng } from "../../factories/files";
import { aFile } from "../../factories/materials";
import { aPerson, theBoard } from "../../factories/people";
import { aProposal, expectDone, type Made } from "../../factories/proposals";

let board: Awaited<ReturnType<typeof theBoard>>;
let folder: string;
const standard = { ...env() };
beforeAll(async () => {
  board = await theBoard();
  folder = await mkdtemp(join(tmpdir(), "attachments-"));
});
afterAll(async () => {
  // Files share a process: whoever comes next finds the settings as they were.
  Object.assign(env(), { ATTACHMENTS_FOLDER: undefined }, standard);
  await rm(folder, { recursive: true });
});

/** The settings of this process, as an operator would have set them. */
function set(changes: Partial<ReturnType<typeof env>>): void {
  Object.assign(env(), standard, { ATTACHMENTS_FOLDER: folder }, changes);
}

const attach = (by: Actor, made: Made, file = { name: "slides.pdf", bytes: aPdf() as Uint8Array }) =>
  attachFile(by, {
    ...attachFileInput.parse({ proposal: made.number, kind: "slides", title: "Slides" }),
    file,
  });

describe.each(["database", "folder"] as const)("a file kept in the %s", (place) => {
  beforeEach(() => set({ ATTACHMENTS: place }));

  it("is given back to the byte, as what was found in it, in whole and in part", async () => {
    const made = await aProposal().inDiscussion();
    const bytes = aPdf();
    const { attachment } = await aFile(made.author, made.number, { name: "Größe.pdf", bytes });
    expect(attachment).toMatchObject({ name: "Größe.pdf", mediaType: "application/pdf", place });
    const found = await findAttachment(thePublic, attachment.id);
    if (!found) throw new Error("not found");
    const whole = await readAttachment(found, { start: 0, length: found.size });
    expect(Buffer.compare(whole, bytes)).toBe(0);
    expect(Buffer.from(await readAttachment(found, { start: 1, length: 3 })).toString()).toBe("PDF");
    expect(await db.attachmentContent.count({ where: { attachmentId: found.id } })).toBe(
      place === "database" ? 1 : 0,
    );
  });

  it("is not kept where it lies, and nothing is left of it", async () => {
    const made = await aProposal().inDiscussion();
    const before = await readdir(folder);
    const result = await attach(made.author, made, { name: "slides.pdf", bytes: aPng() });
    expect(result).toMatchObject({
      refusal: {
        code: "invalid",
        errors: [{ path: "file", message: expect.stringContaining("its content is PNG") }],
      },
    });
    expect(await attach(board.ada, made)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await attach(thePublic, made)).toMatchObject({ refusal: { code: "signed_out" } });
    expect(await db.attachment.count({ where: { proposalId: made.id } })).toBe(0);
    expect(await readdir(folder)).toEqual(before);
  });

  it("is attached once, however often its form is sent", async () => {
    const made = await aProposal().inDiscussion();
    const before = (await readdir(folder)).length;
    const twice = () =>
      onlyOnce(`${place}-${made.id}`, made.author.personId, () => attach(made.author, made));
    const outcomes = await Promise.all([twice(), twice()]);
    expect(outcomes.map((each) => each.ok && each.value.material)).toEqual([1, 1]);
    expect(await db.attachment.count({ where: { proposalId: made.id } })).toBe(1);
    expect((await readdir(folder)).length - before).toBe(place === "folder" ? 1 : 0);
  });

  it("stands beside another one that came at the same moment", async () => {
    const made = await aProposal().inDiscussion();
    const outcomes = await Promise.all([attach(made.author, made), attach(board.chair, made)]);
    expect(outcomes.map((each) => expectDone(each).material).sort()).toEqual([1, 2]);
  });

  it("of two at once only one gets the last place", async () => {
    set({ ATTACHMENTS: place, ATTACHMENTS_PER_PROPOSAL: 1 });
    const made = await aProposal().inDiscussion();
    const outcomes = await Promise.all([attach(made.author, made), attach(board.chair, made)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      refusal: { message: "This proposal has 1 files, as many as one may have. Add a link instead." },
    });
    set({ ATTACHMENTS: place, ATTACHMENTS_MB_PER_PROPOSAL: 0 });
    expect(await attach(made.author, made)).toMatchObject({
      refusal: { message: expect.stringContaining("larger than 0 MB together") },
    });
  });
});

describe("who gets a file", () => {
  beforeEach(() => set({}));

  it("is who may see its proposal, and for the others there is none", async () => {
    const secret = await aProposal({ by: board.ada, executive: true }).inDiscussion();
    const draft = await aProposal().draft();
    const ofSecret = (await aFile(board.ada, secret.number)).attachment.id;
    const ofDraft = (await aFile(draft.author, draft.number)).attachment.id;
    const stranger = await aPerson();
    for (const id of [ofSecret, ofDraft]) {
      expect(await findAttachment(thePublic, id)).toBeNull();
      expect(await findAttachment(stranger, id)).toBeNull();
    }
    expect(await findAttachment(board.bea, ofSecret)).toMatchObject({ id: ofSecret });
    expect(await findAttachment(board.bea, ofDraft)).toBeNull();
    expect(await findAttachment(draft.author, ofDraft)).toMatchObject({ id: ofDraft });
  });

  it("of one that was removed, only who keeps the proposal's materials", async () => {
    const made = await aProposal().inDiscussion();
    const { attachment, material } = await aFile(made.author, made.number);
    const gone = { proposal: made.number, material, version: 1, reason: "Names in it." };
    expectDone(await send(removeMaterialInput, removeMaterial, made.author, gone));
    expect(await findAttachment(thePublic, attachment.id)).toBeNull();
    expect(await findAttachment(board.ada, attachment.id)).toBeNull();
    expect(await findAttachment(made.author, attachment.id)).not.toBeNull();
    expect(await findAttachment(board.secretary, attachment.id)).not.toBeNull();
  });

  it.each(["../../etc/passwd", "", "x", "' OR true --", newAttachmentId()])("nobody, of %j", async (id) => {
    expect(await findAttachment(board.chair, id)).toBeNull();
  });
});

describe("the folder of files", () => {
  const long = new Date(Date.now() - 3 * 86_400_000);
  const age = (name: string) => utimes(join(folder, name), long, long);
  beforeEach(() => set({ ATTACHMENTS: "folder" }));

  it("holds whole files under ids of ours, and no path can be made of a request", async () => {
    const id = newAttachmentId();
    await writeToFolder(id, Buffer.from("whole"), folder);
    expect(await readFile(join(folder, id), "utf8")).toBe("whole");
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    for (const bad of ["../x", "/etc/passwd", "", `${id}/..`, `${id}\0`]) {
      await expect(writeToFolder(bad, Buffer.from("x"), folder)).rejects.toThrow("not the id");
      await expect(readFromFolder(bad, { start: 0, length: 1 }, folder)).rejects.toThrow("not the id");
    }
  });

  it("never shows a file that is shorter than its row says", async () => {
    const id = newAttachmentId();
    await writeToFolder(id, Buffer.from("half"), folder);
    await expect(readFromFolder(id, { start: 0, length: 100 }, folder)).rejects.toThrow("shorter");
  });

  it("loses at night what a crash left there, and nothing else", async () => {
    const made = await aProposal().inDiscussion();
    const { attachment } = await aFile(made.author, made.number);
    const [orphan, fresh] = [newAttachmentId(), newAttachmentId()];
    const half = `${newAttachmentId()}.part`;
    await writeToFolder(orphan, Buffer.from("no row was written"), folder);
    await writeToFolder(fresh, Buffer.from("its row is being written"), folder);
    await writeFile(join(folder, half), "ha");
    await writeFile(join(folder, "README"), "the operator's own");
    for (const name of [attachment.id, orphan, half, "README"]) await age(name);
    await tidyFolder(folder);
    const left = await readdir(folder);
    expect(left).toEqual(expect.arrayContaining([attachment.id, fresh, "README"]));
    expect(left).not.toContain(orphan);
    expect(left).not.toContain(half);
  });

  it("need not be there while every file is in the database", async () => {
    expect(await tidyFolder(join(folder, "nowhere"))).toBe(0);
  });
});
