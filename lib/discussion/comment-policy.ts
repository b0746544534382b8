import { type Actor, readsExecutive } from "../workflow/actor";

/** Whether somebody who may read the proposal may read this comment on it. */
export function mayReadComment(actor: Actor, comment: { visibility: "public" | "executive" }): boolean {
  return comment.visibility === "public" || readsExecutive(actor);
}

/** Keys of comments that the portal posts from published minutes begin so: nobody edits one. */
export const portalKey = "minutes:";

export function isByPortal({ sourceKey }: { sourceKey: string | null }): boolean {
  return sourceKey?.startsWith(portalKey) ?? false;
}

/** Who may say something that only the board reads. */
export function mayWriteForBoard(actor: Actor): boolean {
  return actor.kind === "person" && readsExecutive(actor);
}

/**
 * The subject of events about a comment for the board. The author of a proposal reads its executive events, and is not
 * to hear of these: every history leaves them to who reads executive items.
 */
export const boardComment = "board_comment";

export function subjectOf(comment: { visibility: "public" | "executive" }): "comment" | "board_comment" {
  return comment.visibility === "executive" ? boardComment : "comment";
}
