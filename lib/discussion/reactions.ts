import { keysOf } from "../keys-of";
import { ownEntry } from "../own-entry";

/** What one can say of a comment without a word. Agreeing is not voting: a vote is a position in a meeting (DOMAIN 5). */
export const reactions = {
  thumbs_up: { emoji: "👍", word: "Agree" },
  thanks: { emoji: "❤️", word: "Thanks" },
  celebrate: { emoji: "🎉", word: "Well done" },
  confused: { emoji: "😕", word: "Confused" },
  eyes: { emoji: "👀", word: "Looking into it" },
} as const;

export type ReactionKind = keyof typeof reactions;

export const reactionKinds = keysOf(reactions);

export const agreeingIsNotVoting = "A reaction is no vote: the board decides in its meeting.";

export function isReaction(kind: string): kind is ReactionKind {
  return Object.hasOwn(reactions, kind);
}

/** What trackers call the same. */
const elsewhere: Readonly<Record<string, ReactionKind>> = {
  "thumbs up": "thumbs_up",
  "+1": "thumbs_up",
  like: "thumbs_up",
  heart: "thanks",
  tada: "celebrate",
  hooray: "celebrate",
  party: "celebrate",
  confused: "confused",
  eyes: "eyes",
};

export interface ShownReaction {
  /** Absent for one that only the tracker has: nobody can add to it here. */
  kind?: ReactionKind;
  emoji: string;
  word: string;
  count: number;
  /** Whether the reader gave it. */
  mine: boolean;
  /** Handles of who gave it, in order. */
  by: string[];
}

/**
 * The reactions of a comment, those kept from an imported tracker counted in: the same person counts once. Only what
 * somebody gave is there.
 */
export function shownReactions(
  given: readonly { kind: string; handle: string }[],
  imported: unknown,
  reader: string | null,
): ShownReaction[] {
  const all = [...given, ...importedReactions(imported)];
  const words = [...new Set([...reactionKinds, ...all.map(({ kind }) => kind)])];
  return words.flatMap((word) => {
    const by = [...new Set(all.filter(({ kind }) => kind === word).map(({ handle }) => handle))];
    if (by.length === 0) return [];
    const mine = given.some(({ kind, handle }) => kind === word && handle === reader);
    return [{ ...faceOf(word), count: by.length, mine, by }];
  });
}

function faceOf(word: string): Pick<ShownReaction, "kind" | "emoji" | "word"> {
  return isReaction(word) ? { kind: word, ...reactions[word] } : { emoji: "", word };
}

/** `{"Thumbs up": ["amara"]}`, as it was kept; anything else is nothing. */
function importedReactions(kept: unknown): { kind: string; handle: string }[] {
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return [];
  return Object.entries(kept).flatMap(([word, people]) => {
    if (!Array.isArray(people)) return [];
    const kind = ownEntry(elsewhere, word.toLowerCase()) ?? word.slice(0, 40);
    return people.flatMap((handle) => (typeof handle === "string" ? [{ kind, handle }] : []));
  });
}
