import { z } from "zod";
import type { RequestType } from "./define-request-type";
import { propertyOf } from "./json-schema";
import type { PageCheck } from "./page-check";

/** What the page checks of each field of a type, by the field's name: what JSON Schema can say of its schema. */
export function pageChecksOf(type: RequestType): Record<string, PageCheck> {
  const schema = z.toJSONSchema(type.schema, { io: "input", unrepresentable: "any" });
  return Object.fromEntries(
    type.fields.map((field) => {
      const property = propertyOf(schema, field.name);
      const items = property.items;
      const each =
        field.control === "list" && typeof items === "object" && !Array.isArray(items) ? items : property;
      const check: PageCheck = {
        field,
        ...(each.pattern && { pattern: each.pattern }),
        ...(each.minimum !== undefined && { least: each.minimum }),
        ...(each.maximum !== undefined && { most: each.maximum }),
        ...(each.maxLength !== undefined && { longest: each.maxLength }),
      };
      return [field.name, check];
    }),
  );
}
