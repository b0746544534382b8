import { z } from "zod";
import { type Operation, parametersOf } from "./operation";

/** A JSON Schema, as far as this needs to look into it. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  [key: string]: unknown;
}

/** What a schema reads, or gives, as JSON Schema. A step that only tidies the text before is looked through. */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (io === "input" && def.type === "pipe" && def.in._zod.def.type === "transform") {
        // zod types what a pipe ends in by its core; made by its classic functions, it is of their kind too.
        const inner = jsonSchemaOf(def.out as unknown as z.ZodType, io);
        Object.assign(jsonSchema, inner);
      }
    },
  });
  const { $schema: _, "~standard": __, ...rest } = made as JsonSchema; // zod's own type of it knows more keys
  return rest;
}

const read = new WeakMap<Operation, JsonSchema>();

/** All that an operation takes, once for each. */
export function inputOf(operation: Operation): JsonSchema {
  const known = read.get(operation) ?? jsonSchemaOf(operation.input, "input");
  read.set(operation, known);
  return known;
}

/** Names of the fields that a schema knows, in whichever of its variants. */
export function fieldsOf(schema: JsonSchema): string[] {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [...new Set([...Object.keys(schema.properties ?? {}), ...variants.flatMap(fieldsOf)])];
}

export function fieldNamed(schema: JsonSchema, name: string): JsonSchema | undefined {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return schema.properties?.[name] ?? variants.map((each) => fieldNamed(each, name)).find(Boolean);
}

/** Whether an operation changes something at a version that its caller saw. */
export function takesVersion(operation: Operation): boolean {
  if (operation.method === "GET" || operation.versionOfAnother) return false;
  return fieldsOf(inputOf(operation)).includes("version");
}

/** The field of the input that a parameter of the path fills. */
export function filledBy(operation: Operation): Record<string, string> {
  return Object.fromEntries(
    parametersOf(operation.path).map((name) => [name, operation.names[name] ?? name]),
  );
}

/** The schema without some fields: what is left for the body once the path has said its part. */
export function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const rest = (each: JsonSchema) => without(each, names);
  return {
    ...schema,
    ...(schema.properties && {
      properties: Object.fromEntries(
        Object.entries(schema.properties).filter(([name]) => !names.includes(name)),
      ),
    }),
    ...(schema.required && { required: schema.required.filter((name) => !names.includes(name)) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(rest) }),
    ...(schema.oneOf && { oneOf: schema.oneOf.map(rest) }),
    ...(schema.allOf && { allOf: schema.allOf.map(rest) }),
  };
}
