import fc from "fast-check";
import { expect, test } from "vitest";
import { findRequestType, requestTypes } from "../../../lib/tickets/request-types/catalogue";
import { problemInPage } from "../../../lib/tickets/request-types/page-check";
import { pageChecksOf } from "../../../lib/tickets/request-types/page-checks";
import { parseDetails } from "../../../lib/tickets/request-types/parse-details";
import { good } from "./good-details";

function inPage(type: string, field: string, value: string): string | undefined {
  const found = findRequestType(type);
  const check = found && pageChecksOf(found)[field];
  if (!check) throw new Error(`${type} has no field ${field}`);
  return problemInPage(check, value);
}

test.each([
  ["bare_metal", "count", "-1", "Give a whole number from 1 to 500, such as 6."],
  ["bare_metal", "count", "two", "Give a whole number from 1 to 500, such as 6."],
  ["openshift_project", "projectName", "Stream", "Such as: stream-region."],
  ["namespace_quota", "projects", "fine, Not", "Such as: nightly-build."],
  ["sig_group", "groupName", "cloud", "It begins with sig-"],
])("the page says of %s.%s at once that %j does not fit", (type, field, value, message) => {
  expect(inPage(type, field, value)).toContain(message);
});

test("the page waits with what is empty until the form is sent", () => {
  expect(inPage("bare_metal", "count", "  ")).toBeUndefined();
});

test("the page never refuses what the server takes", () => {
  const values = [
    ...Object.values(good).flatMap((form) => Object.values(form)),
    ...requestTypes.flatMap(({ fields }) => fields.map(({ example }) => example)),
  ];
  const value = fc.oneof(
    fc.constantFrom(...values, " 6 ", "@mkowalska", "Name.Example.org.", "-0"),
    fc.stringMatching(/^[a-z0-9@.*_ ,-]{1,12}$/),
  );
  fc.assert(
    fc.property(fc.constantFrom(...requestTypes), fc.nat(), value, (type, at, typed) => {
      const { name } = type.fields[at % type.fields.length] ?? { name: "" };
      const parsed = parseDetails(type.key, { ...good[type.key], [name]: typed });
      const said = parsed.ok
        ? []
        : (parsed.refusal.errors ?? []).filter(({ path }) => path === `details.${name}`);
      if (said.length === 0)
        expect([name, typed, inPage(type.key, name, typed)]).toEqual([name, typed, undefined]);
    }),
    { numRuns: 1500 },
  );
});
