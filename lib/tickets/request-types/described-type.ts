import type { RequestType } from "./define-request-type";
import { exampleOf, jsonSchemaOf } from "./json-schema";

/** A request type as the API lists it. */
export function listedType({ key, label, area, summary, boardGated, expectedDays }: RequestType) {
  return { key, label, area, summary, boardGated, expectedDays, href: `/api/v1/request-types/${key}` };
}

/** All that a program needs to fill in a request: the schema of its details, an example, and what follows. */
export function describedType(type: RequestType) {
  const { whyWeAsk, capability = null, accepts, checks } = type;
  return {
    ...listedType(type),
    whyWeAsk,
    capability,
    accepts,
    checks,
    example: exampleOf(type),
    schema: jsonSchemaOf(type),
  };
}
