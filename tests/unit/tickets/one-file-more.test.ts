import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

// A copy of the catalogue in a folder that nobody keeps, so that the type is really added, and really gone.
mkdirSync(".data", { recursive: true });
const copy = resolve(mkdtempSync(".data/catalogue-"));
const catalogue = join(copy, "lib/tickets/request-types");
cpSync("lib/tickets/request-types", catalogue, { recursive: true });
for (const file of ["result.ts", "private-keys.ts"]) cpSync(`lib/${file}`, join(copy, "lib", file));

afterAll(() => rmSync(copy, { recursive: true }));

const newType = `
import { z } from "zod";
import { defineRequestType } from "../define-request-type";
import { number } from "../fields";
import { wholeNumber } from "../names";

export const coffeeMachine = defineRequestType({
  key: "coffee_machine",
  label: "Coffee machine",
  area: "Anything else",
  summary: "For long nights.",
  whyWeAsk: "Beans are few and shared.",
  boardGated: true,
  capability: undefined,
  expectedDays: 1,
  schema: z.strictObject({ cups: wholeNumber(1, 12, 2) }),
  fields: [number("cups", "Cups", "From 1 to 12.", "2")],
  accepts: ["There is a socket."],
  checks: ["It smells good."],
});
`;

test("a request type is added in one file: it is offered, judged, written to the tracker and described", async () => {
  writeFileSync(join(catalogue, "types/coffee-machine.ts"), newType);
  execFileSync(process.execPath, ["--import", "tsx", "lib/cli/list-request-types.ts", catalogue]);

  const { requestTypes, findRequestType } = await import(join(catalogue, "catalogue.ts"));
  const { parseDetails } = await import(join(catalogue, "parse-details.ts"));
  const { jsonSchemaOf } = await import(join(catalogue, "json-schema.ts"));
  const type = findRequestType("coffee_machine");

  expect(requestTypes.map(({ key }: { key: string }) => key)).toHaveLength(16);
  expect(type).toMatchObject({ label: "Coffee machine", boardGated: true });
  expect(parseDetails("coffee_machine", { cups: "2" })).toMatchObject({ ok: true });
  expect(parseDetails("coffee_machine", { cups: "13" })).toMatchObject({
    ok: false,
    refusal: { errors: [{ path: "details.cups", message: "Give a whole number from 1 to 12, such as 2." }] },
  });
  expect(type.toMarkdown({ cups: 2 })).toContain("- Cups: `2`");
  expect(jsonSchemaOf(type)).toMatchObject({ properties: { cups: { minimum: 1, maximum: 12 } } });
});
