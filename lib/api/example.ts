import type { JsonSchema } from "./fields";
import { bodyOf } from "./openapi";
import type { Operation } from "./operation";

/** What stands in an example for a parameter of a path. */
const samples: Readonly<Record<string, string>> = {
  date: "2026-12-09",
  key: "stream-east",
  handle: "ada",
  capability: "dns",
  copy: "0123456789",
  session: "1",
};

/** A command that a person can paste into a terminal, with a token in $TOKEN. */
export function curlOf(operation: Operation, server: string): string {
  const { method, path } = operation;
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_all, name: string) => samples[name] ?? moveOr(operation, name),
  );
  const body = method === "GET" ? undefined : bodyOf(operation);
  return [
    "curl",
    method === "GET" ? "" : `-X ${method}`,
    '-H "Authorization: Bearer $TOKEN"',
    body
      ? `-H "Content-Type: application/json" -d '${JSON.stringify(exampleOf(body)).replaceAll("'", "’")}'`
      : "",
    `"${server}/api/v1${address}${path === "/search" ? "?q=region" : ""}"`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A value that a schema takes: what has to be there, at its smallest. */
export function exampleOf(schema: JsonSchema): unknown {
  const [variant] = schema.anyOf ?? schema.oneOf ?? [];
  if (variant) return exampleOf(variant);
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === "array") return schema.items ? [exampleOf(schema.items)] : [];
  if (schema.type === "object") return exampleObject(schema);
  if (schema.type === "number" || schema.type === "integer") return 1;
  return schema.type === "boolean" ? true : "…";
}

function exampleObject({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, each]) => [name, exampleOf(each)]),
  );
}

function moveOr({ path }: Operation, name: string): string {
  if (name === "move") return path.startsWith("/tickets") ? "file" : "resolve";
  return name === "number" && path.startsWith("/proposals") ? "63" : "1";
}
