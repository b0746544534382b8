import { moveOf, ofField, ofOperation, ofParameter } from "./example-values";
import { type JsonSchema, takesVersion } from "./fields";
import { bodyOf } from "./openapi";
import { type Operation, parametersOf } from "./operation";
import type { Samples } from "./sample-queries";

export interface Example {
  /** Below /api/v1. */
  address: string;
  body?: unknown;
}

/** One call of an operation that can be sent as it stands: with things that this portal has, where it has them. */
export function exampleOf(operation: Operation, samples: Samples): Example {
  const { method, path } = operation;
  const values = samplesFor(path, samples);
  const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(name === "move" ? (moveOf[path] ?? "resolve") : parameterFor(name, values)),
  );
  const given = ofOperation[`${method} ${path}`];
  if (method === "GET") return { address: given ? `${address}?${inQuery(given)}` : address };
  const schema = bodyOf(operation);
  if (!schema) return { address };
  const version = takesVersion(operation) && { version: 1 };
  const smallest = valueFor(schema) as object; // an operation's body is an object
  const person = "person" in smallest && values.person && { person: values.person };
  return { address, body: { ...version, ...smallest, ...person, ...given } };
}

/** The same as a command that a person can paste into a terminal, with a token in $TOKEN. */
export function curlOf(operation: Operation, server: string, samples: Samples): string {
  const { method } = operation;
  const { address, body } = exampleOf(operation, samples);
  return [
    "curl",
    method === "GET" ? "" : `-X ${method}`,
    '-H "Authorization: Bearer $TOKEN"',
    body === undefined ? "" : `-H "Content-Type: application/json" -d '${quotable(body)}'`,
    `"${server}/api/v1${address}"`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** In single quotes a shell takes everything but a single quote. */
function quotable(body: unknown): string {
  return JSON.stringify(body).replaceAll("'", "\\u0027");
}

function inQuery(values: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();
}

/** Of several that fit, the longest beginning speaks first. */
function samplesFor(path: string, samples: Samples): Record<string, string | null> {
  const fitting = samples.filter(({ under }) => path === under || path.startsWith(`${under}/`));
  fitting.sort((a, b) => parametersOf(a.under).length - parametersOf(b.under).length);
  return Object.assign({}, ...fitting.map(({ values }) => values));
}

function parameterFor(name: string, values: Readonly<Record<string, string | null>>): string {
  return values[name] ?? ofParameter[name] ?? "1";
}

/** A value that a schema takes: what has to be there, at its smallest. */
function valueFor(schema: JsonSchema): unknown {
  const [variant] = schema.anyOf ?? schema.oneOf ?? [];
  if (variant) return valueFor(variant);
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === "array") return schema.items ? [valueFor(schema.items)] : [];
  if (schema.type === "object") return objectFor(schema);
  if (schema.type === "number" || schema.type === "integer") return 1;
  return schema.type === "boolean" ? true : "…";
}

function objectFor({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name));
  return Object.fromEntries(wanted.map(([name, each]) => [name, fieldFor(name, each)]));
}

/** A name says more than a type does, where it is free text. */
function fieldFor(name: string, schema: JsonSchema): unknown {
  const value = valueFor(schema);
  const isFree = value === "…" || (Array.isArray(value) && value[0] === "…");
  return isFree ? (ofField[name] ?? value) : value;
}
