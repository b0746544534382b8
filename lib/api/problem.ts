import type { FieldError, Refusal, RefusalCode } from "../result";

/** An error as the API says it (RFC 9457). */
export interface Problem {
  status: number;
  code: string;
  title: string;
  /** The sentence that the page would show. */
  detail: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
}

const titles: Readonly<Record<number, string>> = {
  400: "Not readable",
  401: "Not signed in",
  403: "Not for you",
  404: "Not found",
  405: "Not that way",
  409: "Refused",
  412: "Changed meanwhile",
  413: "Too large",
  415: "Not JSON",
  422: "Some fields are wrong",
  428: "Say which version",
  429: "Too many requests",
  500: "Something broke on our side",
};

export function problem(status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem {
  return { status, code, detail, title: titles[status] ?? "Error", ...more };
}

const statusOfRefusal: Readonly<Record<RefusalCode, number>> = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  refused: 409,
  conflict: 409,
  repeated: 409,
  key_reused: 422,
  signed_out: 401,
};

/**
 * What a command's refusal is in HTTP. Where it takes a version, losing a race means that the version is an old one;
 * unless the database itself settled it by a rule of its own.
 */
export function problemOf({ code, message, errors, rule }: Refusal, versioned: boolean): Problem {
  const status = code === "conflict" && versioned && !rule ? 412 : statusOfRefusal[code];
  const more = { ...(errors && { errors }), ...(status === 401 && { headers: challenge }) };
  return problem(status, rule ?? (status === 412 ? "version_mismatch" : code), message, more);
}

export const challenge = { "www-authenticate": 'Bearer realm="Streamboard"' };

export function problemResponse({ headers, ...body }: Problem): Response {
  return new Response(JSON.stringify({ type: "about:blank", ...body }), {
    status: body.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
