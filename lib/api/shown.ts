import { createHash } from "node:crypto";
import type { Operation } from "./operation";

/**
 * What leaves: times as RFC 3339, big numbers as text, and of every object only what the operation's schema names, so
 * that nothing goes out because a query happens to read it.
 */
export function shown({ answer }: Operation, value: unknown): unknown {
  return answer.parse(plain(value));
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (key, held) => {
      if (typeof held === "bigint") return String(held);
      return key === "" ? held : renamed(held);
    }),
    (_key, held) => renamed(held),
  );
}

/** Pages call them moves; here they have the name that says whose they are. */
function renamed(held: unknown): unknown {
  if (typeof held !== "object" || held === null || Array.isArray(held) || !("moves" in held)) return held;
  const { moves, ...rest } = held;
  return { ...rest, allowedMoves: moves };
}

/** `"7-Zx…"`: the version where there is one, which If-Match takes, and what the whole answer hashes to. */
export function tagOf(body: unknown, text: string): string {
  const version = typeof body === "object" && body !== null && "version" in body ? `${body.version}-` : "";
  return `"${version}${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"`;
}

/** The version in an If-Match: `"7-Zx…"`, `"7"` and `7` are all the seventh. */
export function versionIn(tag: string | null): number | undefined {
  const [, version] = /^\s*(?:W\/)?"?(\d{1,9})(?:-[\w-]*)?"?\s*$/.exec(tag ?? "") ?? [];
  return version === undefined ? undefined : Number(version);
}
