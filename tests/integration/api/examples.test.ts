import { beforeAll, describe, expect, it } from "vitest";
import { curlOf, exampleOf } from "@/lib/api/example";
import { operations } from "@/lib/api/registry";
import { findSamples, type Samples } from "@/lib/api/sample-queries";
import { db } from "@/lib/db/client";
import { aToken, call } from "../../factories/api";
import type { Person } from "../../factories/people";
import { withTheStory } from "../../support/told-story";

let token = "";
let samples: Samples = [];

beforeAll(async () => {
  await withTheStory();
  samples = await findSamples();
  token = await aToken(await chairWhoAdministers(), { scope: "admin" });
});

describe("the examples of the API’s page", () => {
  it("read what this portal has, as they stand", async () => {
    const refused: string[] = [];
    for (const operation of operations.filter(({ method }) => method === "GET")) {
      const { address } = exampleOf(operation, samples);
      const { status } = await call(`GET ${address}`, { token });
      if (status !== 200) refused.push(`${operation.path}: ${address} answers ${status}`);
    }
    // A working copy is there only while somebody writes.
    expect(refused.filter((each) => !each.startsWith("/working-copies/{copy}"))).toEqual([]);
  });

  it("send fields that the operation takes, as they stand", async () => {
    const refused: string[] = [];
    for (const operation of operations.filter(({ method }) => method !== "GET")) {
      const { method } = operation;
      const { address, body } = exampleOf(operation, samples);
      const { status, body: said } = await call(`${method} ${address}`, { token, body });
      // A rule may refuse it today (409) and a thing may not be there (404); it is never badly written.
      if ([400, 413, 415, 422, 428, 500].includes(status))
        refused.push(
          `${method} ${address} ${JSON.stringify(body)}: ${said.detail} ${JSON.stringify(said.errors)}`,
        );
    }
    expect(refused).toEqual([]);
  });

  it("can be pasted into a shell", () => {
    for (const operation of operations) {
      const curl = curlOf(operation, "http://portal.test", samples);
      expect(curl.replaceAll(/'[^']*'|"[^"]*"/g, "")).not.toMatch(/['"`;|<>&]/);
    }
  });
});

/** Somebody who may see and do as much as one person can. */
async function chairWhoAdministers(): Promise<Person> {
  const held = await db.roleGrant.findFirstOrThrow({
    where: { role: "chair", until: null },
    select: { bodyId: true, person: { select: { id: true, handle: true, name: true, timeZone: true } } },
  });
  await db.roleGrant.create({ data: { personId: held.person.id, bodyId: held.bodyId, role: "admin" } });
  const { id, ...person } = held.person;
  const roles = (["chair", "admin"] as const).map((role) => ({ role, bodyId: held.bodyId }));
  return { kind: "person", personId: id, ...person, roles };
}
