import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseMetadataUpdate } from "../../../lib/import-export/pagure/metadata-update";
import { recordedIssues, recordings } from "./pagure-recordings";

const HEADER = "**Metadata Update from @amara**:";

const SENTENCES: [string, object][] = [
  ["Issue status updated to: Closed (was: Open)", { kind: "status", to: "Closed", from: "Open" }],
  ["Issue status updated to: Open (was: Closed)", { kind: "status", to: "Open", from: "Closed" }],
  ["Issue close_status updated to: Fixed", { kind: "close_status", to: "Fixed", from: null }],
  [
    "Issue close_status updated to: Duplicate (was: Fixed)",
    { kind: "close_status", to: "Duplicate", from: "Fixed" },
  ],
  ["Issue close_status updated to: None (was: Fixed)", { kind: "close_status", to: null, from: "Fixed" }],
  ["Issue assigned to bjorn", { kind: "assignee", to: "bjorn", from: null }],
  ["Issue assigned to bjorn (was: chidi)", { kind: "assignee", to: "bjorn", from: "chidi" }],
  ["Assignee reset", { kind: "assignee", to: null, from: null }],
  ["Issue set to the milestone: Next meeting", { kind: "milestone", to: "Next meeting", from: null }],
  [
    "Issue set to the milestone: None (was: Next meeting)",
    { kind: "milestone", to: null, from: "Next meeting" },
  ],
  ["Issue set to the milestone: v2 (now) (was: v1)", { kind: "milestone", to: "v2 (now)", from: "v1" }],
  ["Issue priority set to: Next Meeting", { kind: "priority", to: "Next Meeting", from: null }],
  ["Issue priority set to: None (was: Urgent)", { kind: "priority", to: null, from: "Urgent" }],
  ["Issue private status set to: True", { kind: "private", to: true, from: null }],
  ["Issue private status set to: False (was: True)", { kind: "private", to: false, from: true }],
  [
    "Custom field needs_vote_by adjusted to 2021-11-10",
    { kind: "custom_field", name: "needs_vote_by", to: "2021-11-10", from: null },
  ],
  [
    "Custom field minutes adjusted to https://example.org/minutes/2021-11-10",
    { kind: "custom_field", name: "minutes", to: "https://example.org/minutes/2021-11-10", from: null },
  ],
  ["Custom field quorum adjusted to on", { kind: "custom_field", name: "quorum", to: "on", from: null }],
  [
    "Custom field decision adjusted to approved (was: deferred)",
    { kind: "custom_field", name: "decision", to: "approved", from: "deferred" },
  ],
  [
    "Custom field decision reset (from approved)",
    { kind: "custom_field", name: "decision", to: null, from: "approved" },
  ],
  ["Issue tagged with: agenda, needs-vote", { kind: "tags", added: ["agenda", "needs-vote"], removed: [] }],
  ["Issue **un**tagged with: needs-vote", { kind: "tags", added: [], removed: ["needs-vote"] }],
  ["Issue marked as depending on: #64", { kind: "depends", added: [64], removed: [] }],
  ["Issue **un**marked as depending on: #64 #65", { kind: "depends", added: [], removed: [64, 65] }],
  ["Issue marked as blocking: #63", { kind: "blocks", added: [63], removed: [] }],
  ["Issue **un**marked as blocking: #63", { kind: "blocks", added: [], removed: [63] }],
  ["Issue marked as depending on: soon", { kind: "other" }],
  ["The moon is full", { kind: "other" }],
];

describe("a note of the tracker says who changed what", () => {
  test.each(SENTENCES)("%s", (sentence, fact) => {
    const update = parseMetadataUpdate(`${HEADER}\n- ${sentence}`);
    expect(update).toEqual({ by: "amara", changes: [{ text: `- ${sentence}`, ...fact }] });
  });

  it("in several lines, in their order", () => {
    const note = `${HEADER}\n- Issue close_status updated to: Fixed\n- Issue status updated to: Closed (was: Open)`;
    expect(parseMetadataUpdate(note).changes.map(({ kind }) => kind)).toEqual(["close_status", "status"]);
  });

  it("of a kind that nobody knows is kept as it is", () => {
    expect(parseMetadataUpdate("Moved here.\nBy hand.")).toEqual({
      by: null,
      changes: [
        { kind: "other", text: "Moved here." },
        { kind: "other", text: "By hand." },
      ],
    });
  });

  it("and every note that was ever recorded is understood", () => {
    const notes = recordings
      .flatMap(recordedIssues)
      .flatMap(({ comments }) => comments.filter(({ notification }) => notification));
    expect(notes.length).toBeGreaterThan(20);
    for (const note of notes) {
      const update = parseMetadataUpdate(note.comment);
      expect(update.by).toBe(note.user.name);
      expect(update.changes.filter(({ kind }) => kind === "other")).toEqual([]);
    }
  });

  it("and no line of a note is ever lost or told twice", () => {
    const line = fc.oneof(
      fc.constantFrom(...SENTENCES.map(([sentence]) => `- ${sentence}`)),
      fc.stringMatching(/^[^\r\n]*$/),
    );
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, hasHeader) => {
        const { by, changes } = parseMetadataUpdate(
          (hasHeader ? [HEADER, ...lines] : ["Note", ...lines]).join("\n"),
        );
        const told = lines.filter((each) => each.trim() !== "");
        expect(changes.map(({ text }) => text)).toEqual(hasHeader ? told : ["Note", ...told]);
        expect(by).toBe(hasHeader ? "amara" : null);
      }),
    );
  });
});
