import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { findKeptForm, keepForm } from "@/lib/auth/kept-forms";
import { db } from "@/lib/db/client";
import { onlyOnce } from "@/lib/db/submission";
import { postComment } from "@/lib/discussion/commands/post-comment";
import { postCommentInput } from "@/lib/discussion/schema";
import { saveWorkingCopy } from "@/lib/proposals/commands/save-working-copy";
import { saveCopyInput } from "@/lib/proposals/working-copy-schema";
import { createTicket } from "@/lib/tickets/commands/create-ticket";
import { linkExternalIssue } from "@/lib/tickets/commands/link-external-issue";
import { updateTicket } from "@/lib/tickets/commands/update-ticket";
import { findTicket } from "@/lib/tickets/queries";
import type { Details } from "@/lib/tickets/request-types/define-request-type";
import { reviewDetails } from "@/lib/tickets/request-types/review-details";
import { createTicketInput, editTicketInput, linkIssueInput } from "@/lib/tickets/schema";
import { aBody, aPerson } from "../../factories/people";
import { expectDone } from "../../factories/proposals";
import { aLoneTicket, moves, someHosts } from "../../factories/tickets";

const dashes = "-".repeat(5);
const secret = `${dashes}BEGIN OPENSSH PRIVATE KEY${dashes}\nSECRETPART\n${dashes}END OPENSSH PRIVATE KEY${dashes}`;
const aTenant = {
  title: "A tenant for the region’s pipelines",
  destination: "infra",
  owner: "infra",
  requestType: "ci_tenant",
  details: {
    tenantName: "stream-region",
    sshPublicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJl3dIeudNqd0DPMRD6OIh65tjkxFNOtwGcWB2gCgPhk ci",
    nodeQuota: "5",
    sessionHours: "6",
    maximumHours: "12",
  },
};

beforeAll(() => aBody({ handle: "infra", kind: "infra" }));

/** In which tables a word stands, whatever the column. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ holds: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM "${name}" t WHERE to_jsonb(t)::text LIKE '%' || $1 || '%') AS "holds"`,
      word,
    );
    if (row?.holds) found.push(name);
  }
  return found;
}

it("a private key is refused, and stored nowhere: not in tickets, events, kept forms, copies or submissions", async () => {
  const person = await aPerson();
  const withKey = { ...aTenant, details: { ...aTenant.details, sshPublicKey: secret } };

  const made = await onlyOnce(`new-ticket:${randomUUID()}`, person.personId, () =>
    createTicket(person, createTicketInput.parse(withKey)),
  );
  expect(made).toMatchObject({
    ok: false,
    refusal: { errors: [{ path: "details.sshPublicKey", message: expect.stringContaining("private key") }] },
  });
  const number = await aLoneTicket(person, aTenant);
  const edited = editTicketInput.parse({ ...withKey, number, version: 1 });
  expect(await updateTicket(person, edited)).toMatchObject({ ok: false });
  expect(createTicketInput.safeParse({ ...aTenant, markdown: secret }).success).toBe(false);
  expect(postCommentInput.safeParse({ ticket: number, markdown: secret }).success).toBe(false);
  expectDone(
    await postComment(person, postCommentInput.parse({ ticket: number, markdown: "Said in words." })),
  );

  const kept = await keepForm("new-ticket", "/tickets/new", {
    "details.sshPublicKey": secret,
    title: "A tenant",
  });
  expect(await findKeptForm(kept, "new-ticket")).toEqual({ "details.sshPublicKey": "", title: "A tenant" });
  const copy = { copy: randomUUID(), copyVersion: 0, values: { title: "T", why: `See ${secret}.` } };
  expectDone(await saveWorkingCopy(person, saveCopyInput.parse(copy)));

  expect(await tablesWith("SECRETPART")).toEqual([]);
  expect(await tablesWith("stream-region")).toContain("Ticket");
});

it("a draft whose type has changed is not filed until it was looked at again, and nothing of it is lost", async () => {
  const person = await aPerson();
  const number = await aLoneTicket(person, { ...someHosts, requestType: "bare_metal" });
  const { id, details } = await db.ticket.findUniqueOrThrow({ where: { number } });
  const ofBefore = { ...(details as Details), count: 900, rackHint: "Near the door" };
  await db.ticket.update({ where: { id }, data: { details: ofBefore } });

  expect(await moves(person, number, "file")).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining("details of the request are not complete") },
  });
  const seen = await findTicket(person, number);
  expect(reviewDetails("bare_metal", seen?.details as Details)).toEqual({
    errors: [{ path: "details.count", message: "Give a whole number from 1 to 500, such as 6." }],
    left: [{ name: "rackHint", text: "Near the door" }],
  });

  const mended = { ...someHosts, number, version: seen?.version, details: { ...ofBefore, count: "9" } };
  expectDone(await updateTicket(person, editTicketInput.parse(mended)));
  const after = await findTicket(person, number);
  expect(reviewDetails("bare_metal", after?.details as Details)).toEqual({ errors: [], left: [] });
  expect(await moves(person, number, "file")).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining("board decision") },
  });
});

it("of a type that is gone, all that was written stays readable", () => {
  expect(reviewDetails("fax_machine", { lines: 2, names: ["a", "b"] })).toMatchObject({
    errors: [{ path: "requestType" }],
    left: [
      { name: "lines", text: "2" },
      { name: "names", text: "a, b" },
    ],
  });
});

it("an outside issue stands for a second ticket only with a reason, and two who link it at once settle it in the database", async () => {
  const person = await aPerson();
  const [first, second, third] = [
    await aLoneTicket(person, aTenant),
    await aLoneTicket(person, aTenant),
    await aLoneTicket(person, aTenant),
  ];
  const link = async (number: number, address: string, shared = "") => {
    const { version } = await db.ticket.findUniqueOrThrow({ where: { number }, select: { version: true } });
    return linkExternalIssue(person, linkIssueInput.parse({ number, version, issue: address, shared }));
  };
  const outcomes = await Promise.all([
    link(first, "https://pagure.io/centos-infra/issue/1836"),
    link(second, "http://www.pagure.io/centos-infra/issue/01836/?x=1#comment-7"),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    refusal: { code: "conflict", message: expect.stringMatching(/already stands for .* say why/) },
  });
  expectDone(
    await link(third, "https://pagure.io/centos-infra/issue/1836", "One filing, two pieces of work."),
  );
  const shared = await db.ticket.findUniqueOrThrow({
    where: { number: third },
    select: { sharedReason: true, externalShort: true },
  });
  expect(shared).toEqual({
    sharedReason: "One filing, two pieces of work.",
    externalShort: "centos-infra#1836",
  });
  expectDone(await link(third, ""));
  expect(await db.ticket.findUniqueOrThrow({ where: { number: third } })).toMatchObject({
    externalUrl: null,
    sharedReason: null,
  });
});
