import type { FieldDescriptor } from "./define-request-type";

/** The items of a list as they are typed into one box. */
export function listItems(field: FieldDescriptor, text: string): string[] {
  const between = field.oneItemPerLine ? /[\r\n]+/ : /[\s,;]+/;
  return text
    .split(between)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
