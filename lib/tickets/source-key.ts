import type { SourceKind } from "./split-balance";

/**
 * The name of a source in addresses and forms: "ask-3", "question-2". Conditions and actions of several decisions
 * may share a number, so these go by their id.
 */
export function sourceKey({ kind, id, number }: { kind: SourceKind; id: number; number: number }): string {
  return kind === "ask" || kind === "question" || kind === "follow_up"
    ? `${kind}-${number}`
    : `${kind}-${id}`;
}

export const sourceKeyPattern = /^(ask|question|condition|action_line|follow_up)-([1-9]\d{0,8})$/;

/** The kind, and the number or id, of a source's key; undefined where it is none. */
export function readSourceKey(key: string): { kind: SourceKind; value: number } | undefined {
  const [, kind, value] = sourceKeyPattern.exec(key) ?? [];
  return kind && value ? { kind: kind as SourceKind, value: Number(value) } : undefined; // the pattern names the kinds
}
