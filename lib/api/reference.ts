import { isForEveryone, saysWho } from "./audience";
import { curlOf } from "./example";
import { fieldNamed, fieldsOf, inputOf, type JsonSchema, takesVersion } from "./fields";
import { bodyOf, queryOf } from "./openapi";
import { groupOf, type Operation, operationId } from "./operation";
import type { Samples } from "./sample-queries";

export interface FieldShown {
  name: string;
  /** "text", "number", "one of high, low". */
  type: string;
  required: boolean;
}

export interface OperationShown {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** In words. */
  who: string;
  /** "needs write": what a token must be allowed; "public" where none is needed. */
  access: string;
  takesVersion: boolean;
  fields: FieldShown[];
  answers: string[];
  curl: string;
}

/** An operation as the readable page shows it. */
export function operationShown(operation: Operation, server: string, samples: Samples): OperationShown {
  const { method, path, summary, scope } = operation;
  return {
    ...{ id: operationId(operation), method, path, summary, who: saysWho(operation.who) },
    access: scope === "read" && isForEveryone(operation.who) ? "public" : `needs ${scope}`,
    takesVersion: takesVersion(operation),
    fields: shownFields(operation),
    answers: answersOf(operation),
    curl: curlOf(operation, server, samples),
  };
}

/** The names of the groups, in the registry's order. */
export function groupsOf(operations: readonly Operation[]): string[] {
  return [...new Set(operations.map(groupOf))];
}

function shownFields(operation: Operation): FieldShown[] {
  const schema = operation.method === "GET" ? inputOf(operation) : (bodyOf(operation) ?? {});
  const names = operation.method === "GET" ? queryOf(operation) : fieldsOf(schema);
  return names.map((name) => ({
    name,
    type: typeOf(fieldNamed(schema, name) ?? {}),
    required: (schema.required ?? []).includes(name),
  }));
}

function typeOf(schema: JsonSchema): string {
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return [...new Set(variants.map(typeOf).filter((type) => type !== "nothing"))].join(" or ");
  if ("const" in schema) return schema.const === "" ? "nothing" : JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return `one of ${schema.enum.filter((each) => each !== "").join(", ")}`;
  if (schema.type === "array") return `list of ${typeOf(schema.items ?? {})}`;
  if (schema.type === "string") return "text";
  if (schema.type === "integer") return "whole number";
  return schema.type === "boolean" ? "true or false" : String(schema.type ?? "anything");
}

/** Names of what comes back; of a list, those of its items. */
function answersOf({ answer, text }: Operation): string[] {
  if (text) return [text.mediaType.replace(/;.*/, "")];
  const { shape } = answer as { shape?: Record<string, unknown> }; // every answer of JSON is an object's schema
  // A list's schema is an array's.
  const items = shape?.items as { element?: { shape?: Record<string, unknown> } } | undefined;
  if (!items) return Object.keys(shape ?? {});
  return [`items of ${Object.keys(items.element?.shape ?? {}).join(", ") || "several kinds"}`, "nextCursor"];
}
