import fc from "fast-check";
import type { JsonSchema } from "@/lib/api/fields";

const words = [
  "",
  "a",
  "Because it has to be.",
  "@ada",
  "board",
  "2026-12-09",
  "63",
  "https://example.org/x",
  "–1",
  "\u0000",
  "'; --",
  "x".repeat(300),
];
const numbers = [0, 1, 2, 3, 7, -1, 63, 2_147_483_647, 2_147_483_648, 1.5, 1e300];
const anything = fc.oneof(fc.constantFrom<unknown>(null, true, [], {}, "x", 12), fc.constantFrom(...words));

/** Values that a schema may take, and now and then one that it does not. */
export function fromSchema(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  const fitting = fittingFor(schema, depth);
  return fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: anything });
}

function fittingFor(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const variants = schema.anyOf ?? schema.oneOf;
  if (depth > 6) return fc.constant(null);
  if (variants) return fc.oneof(...variants.map((each) => fromSchema(each, depth + 1)));
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (schema.type === "array") return fc.array(fromSchema(schema.items ?? {}, depth + 1), { maxLength: 3 });
  if (schema.type === "object") return objectFor(schema, depth);
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "number" || schema.type === "integer") return fc.constantFrom<unknown>(...numbers);
  return schema.type === "string" ? fc.constantFrom(...words) : anything;
}

function objectFor({ properties = {}, required = [] }: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, fromSchema(each, depth + 1)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}
