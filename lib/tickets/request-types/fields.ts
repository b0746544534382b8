import type { FieldDescriptor, FieldOption } from "./define-request-type";

type More = Partial<Pick<FieldDescriptor, "optional" | "group" | "initial" | "oneItemPerLine">>;
type Said = [name: string, label: string, hint: string, example: string];

/** The fields of a request's form, by their control: `text("site", "Site", "Where they should stand.", "Rack 3")`. */
export function text(...[name, label, hint, example, more]: [...Said, More?]): FieldDescriptor {
  return { name, label, hint, example, control: "text", ...more };
}

export function number(...[name, label, hint, example, more]: [...Said, More?]): FieldDescriptor {
  return { name, label, hint, example, control: "number", ...more };
}

export function longText(...[name, label, hint, example, more]: [...Said, More?]): FieldDescriptor {
  return { name, label, hint, example, control: "textarea", ...more };
}

export function list(...[name, label, hint, example, more]: [...Said, More?]): FieldDescriptor {
  return { name, label, hint, example, control: "list", ...more };
}

/** One of a few; the example is what most choose. */
export function choice(
  said: Said,
  options: readonly (string | FieldOption)[],
  more: More = {},
): FieldDescriptor {
  const [name, label, hint, example] = said;
  const named = options.map((option) =>
    typeof option === "string" ? { value: option, label: option } : option,
  );
  return { name, label, hint, example, control: "select", options: named, ...more };
}
