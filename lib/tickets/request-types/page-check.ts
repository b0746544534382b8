import type { FieldDescriptor } from "./define-request-type";
import { listItems } from "./list-items";

/** What a page can tell about a value before it is sent. Derived from the type's own schema; the server decides. */
export interface PageCheck {
  field: FieldDescriptor;
  pattern?: string;
  least?: number;
  most?: number;
  longest?: number;
}

/** What is wrong with a value as it stands in its box, and what would be right; undefined while nothing is. */
export function problemInPage(check: PageCheck, typed: string): string | undefined {
  const text = typed.trim();
  if (text === "" || fits(check, text)) return undefined;
  const { field, least, most } = check;
  const range = least !== undefined && most !== undefined ? ` from ${least} to ${most}` : "";
  if (field.control === "number") return `Give a whole number${range}, such as ${field.example}.`;
  return `This does not fit yet. ${field.hint} Such as: ${field.example}.`;
}

function fits(check: PageCheck, text: string): boolean {
  const { field, least = -Infinity, most = Infinity } = check;
  if (field.control === "number") {
    return /^-?\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most;
  }
  const items = field.control === "list" ? listItems(field, text) : [text];
  return items.every((item) => fitsAsText(check, item.trim()));
}

function fitsAsText({ pattern, longest = Infinity }: PageCheck, text: string): boolean {
  return text.length <= longest && (!pattern || new RegExp(pattern, "u").test(text));
}
