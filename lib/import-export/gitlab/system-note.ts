import type { MetadataChange } from "../import-plan";

/** What a note of GitLab's own tells. A sentence that is not known stays to the letter. */
export function changeOf(body: string): MetadataChange {
  const text = body.trim();
  for (const [pattern, read] of sentences) {
    const match = pattern.exec(text);
    if (match) return read(text, match[1] ?? "");
  }
  return { kind: "other", text };
}

const sentences: [RegExp, (text: string, what: string) => MetadataChange][] = [
  [/^closed\b/, (text) => ({ kind: "status", to: "Closed", from: null, text })],
  [/^reopened$/, (text) => ({ kind: "status", to: "Open", from: null, text })],
  [/^assigned to @([\w.-]+)$/, (text, to) => ({ kind: "assignee", to, from: null, text })],
  [/^unassigned @([\w.-]+)$/, (text, from) => ({ kind: "assignee", to: null, from, text })],
  [/^changed milestone to %"?([^"]+?)"?$/, (text, to) => ({ kind: "milestone", to, from: null, text })],
  [
    /^removed milestone(?: %"?([^"]+?)"?)?$/,
    (text, from) => ({ kind: "milestone", to: null, from: from || null, text }),
  ],
  [/^made the issue (?:confidential|private)$/, (text) => ({ kind: "private", to: true, from: false, text })],
  [/^made the issue visible to everyone$/, (text) => ({ kind: "private", to: false, from: true, text })],
];
