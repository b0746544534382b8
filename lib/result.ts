/** The ways in which a command may say no. Each has its HTTP status in `statusOfRefusal`. */
export type RefusalCode =
  | "invalid" // a field is wrong; `errors` says which, what and what would be right
  | "not_found" // it is not there, or not there for this reader
  | "forbidden" // the reader can see it, and may not do this
  | "refused" // a rule of the domain says no; `message` is the rule in words
  | "conflict" // somebody else was quicker; `message` says what happened
  | "repeated" // the same form was carried out before; `onlyOnce` answers with its outcome
  | "key_reused" // the key of one request came with another
  | "signed_out"; // nobody is signed in (any more)

export interface FieldError {
  /** Dotted path of the field, as in the form: `asks.0.text`. */
  path: string;
  message: string;
}

export interface Refusal {
  code: RefusalCode;
  /** One sentence that a member understands; it is what the page shows. */
  message: string;
  errors?: FieldError[];
  /** The database's own name for the rule, where it was the one to refuse. */
  rule?: string;
}

/** Expected refusals are values (promise 5). Exceptions are bugs. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  message: string,
  errors?: FieldError[],
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: errors ? { code, message, errors } : { code, message } };
}

/** One wording for "not there, or not for you", so that the two cannot be told apart. */
export function notFound(what: string): { ok: false; refusal: Refusal } {
  return refuse("not_found", `There is no such ${what}, or it is not public.`);
}
