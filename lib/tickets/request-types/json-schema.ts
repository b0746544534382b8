import { z } from "zod";
import type { Details, DetailValue, FieldDescriptor, RequestType } from "./define-request-type";
import { typedDetails } from "./typed-details";

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What the details of a type have to be, as JSON Schema (2020-12): of what is sent, not of what is kept. */
export function jsonSchemaOf(type: RequestType): JsonSchema {
  const schema = z.toJSONSchema(type.schema, { io: "input", unrepresentable: "any" });
  const properties = Object.fromEntries(
    type.fields.map(({ name, label, hint }) => [
      name,
      { title: label, description: hint, ...propertyOf(schema, name) },
    ]),
  );
  return { ...schema, title: type.label, description: type.summary, properties };
}

/** The schema of one detail, in plain words of JSON Schema. */
export function propertyOf(schema: JsonSchema, name: string): JsonSchema {
  const property = schema.properties?.[name];
  return typeof property === "object" ? property : {};
}

/** Details that pass, made of the examples of the fields. */
export function exampleOf(type: RequestType): Details {
  const raw = Object.fromEntries(type.fields.map((field) => [field.name, exampleValue(field)]));
  return type.schema.parse(typedDetails(type, raw));
}

function exampleValue(field: FieldDescriptor): DetailValue {
  return field.options?.find((option) => option.label === field.example)?.value ?? field.example;
}
