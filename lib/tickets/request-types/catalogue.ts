import { allTypes } from "./all-types";
import { areas, type RequestType } from "./define-request-type";

/** The request catalogue (DOMAIN 7), in the order in which it is offered: by shelf, then by name. */
export const requestTypes: readonly RequestType[] = [...allTypes].sort(
  (one, other) =>
    areas.indexOf(one.area) - areas.indexOf(other.area) || one.label.localeCompare(other.label, "en"),
);

export const requestTypeKeys: readonly string[] = requestTypes.map((type) => type.key);

export function findRequestType(key: string | null | undefined): RequestType | undefined {
  return requestTypes.find((type) => type.key === key);
}
