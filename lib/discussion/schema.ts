import { z } from "zod";
import { holdsPrivateKey, privateKeyRefusal } from "../private-keys";
import { reactionKinds } from "./reactions";
import { watchLevels } from "./watching";

export const commentLimit = 60_000;

/** Fields of a form that were left empty are not there. */
function unlessEmpty<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

const rowId = z.coerce.number().int().positive().max(2_147_483_647);
const version = unlessEmpty(rowId);

export const commentText = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(commentLimit, {
    error: (issue) => tooLong("A comment", commentLimit, String(issue.input ?? "").length),
  })
  .refine((text) => !holdsPrivateKey(text), privateKeyRefusal);

export const questionText = z
  .string()
  .trim()
  .min(3, "Write the question, in one sentence.")
  .max(1_000, { error: (issue) => tooLong("A question", 1_000, String(issue.input ?? "").length) });

/** `@person`, `body`, or a role by its name. */
const owner = z.string().trim().min(1, "Say who should answer.").max(100);

const reason = z.string().trim().max(1_000).default("");

/** A comment on a proposal or a ticket; it may ask somebody, and may answer a question. */
export const postCommentInput = z
  .object({
    proposal: unlessEmpty(rowId),
    ticket: unlessEmpty(rowId),
    markdown: commentText,
    /** Of whom it asks something. */
    askOf: unlessEmpty(owner),
    /** The question in one sentence; without it, what the comment asks first. */
    question: unlessEmpty(questionText),
    /** The number of the question that it answers. */
    answers: unlessEmpty(rowId),
    parent: unlessEmpty(rowId),
    /** Ticked: only the board reads it. */
    boardOnly: unlessEmpty(z.literal("on")),
  })
  .refine((input) => (input.proposal === undefined) !== (input.ticket === undefined), {
    error: "A comment belongs to one proposal or to one ticket.",
  })
  .refine((input) => input.proposal !== undefined || !input.boardOnly, {
    error: "Comments only for the board are written on proposals.",
    path: ["boardOnly"],
  })
  .refine((input) => !input.boardOnly || !(input.askOf || input.answers), {
    error:
      "A comment only for the board cannot ask or answer a question: who asked, or is asked, might not read it. Untick it, or leave the question out.",
    path: ["boardOnly"],
  })
  .refine((input) => !input.question || input.askOf, {
    error: "Say who should answer the question.",
    path: ["askOf"],
  });
export type PostCommentInput = z.output<typeof postCommentInput>;

export const editCommentInput = z.object({ comment: rowId, markdown: commentText });

export const reactInput = z.object({
  comment: rowId,
  kind: z.enum(reactionKinds, { error: "Choose one of the reactions that are offered." }),
  /** Said as it should be afterwards, so that a second click on the same button changes nothing. */
  give: z.boolean(),
});

/** What it is about: the number of a proposal or of a ticket. */
const subject = { proposal: rowId.optional(), ticket: rowId.optional() };

function isOnOne(input: { proposal?: number | undefined; ticket?: number | undefined }): boolean {
  return (input.proposal === undefined) !== (input.ticket === undefined);
}
const onOne = { error: "A question belongs to one proposal or to one ticket." };

export const askQuestionInput = z
  .object({
    ...subject,
    of: owner,
    text: questionText,
    /** The comment that it was asked in, where it was asked in one. */
    comment: unlessEmpty(rowId),
  })
  .refine(isOnOne, onOne);

const question = { ...subject, question: rowId, version };

/** A comment by its number, or by the link that leads to it. */
const namedComment = z.preprocess((value) => {
  if (typeof value !== "string") return value;
  const number = /(?:comment[-=])?(\d+)\s*$/.exec(value)?.[1];
  return value.trim() === "" ? undefined : (number ?? value);
}, rowId.optional());

/** An answer written now, the comment or the revision that holds it already, or a revision with a word on it. */
export const answerQuestionInput = z
  .object({
    ...question,
    markdown: unlessEmpty(commentText),
    comment: namedComment,
    revision: unlessEmpty(rowId),
  })
  .refine(
    (input) => input.markdown !== undefined || input.comment !== undefined || input.revision !== undefined,
    {
      error: "Write the answer, or name the comment or the revision that holds it.",
      path: ["markdown"],
    },
  )
  .refine((input) => input.markdown === undefined || input.comment === undefined, {
    error: "Either write an answer or name the comment that holds it.",
    path: ["comment"],
  })
  .refine(isOnOne, onOne);

export const acceptAnswerInput = z.object(question).refine(isOnOne, onOne);

export const concludeQuestionInput = z.object(question).refine(isOnOne, onOne);

export const withdrawQuestionInput = z.object({ ...question, reason }).refine(isOnOne, onOne);

export const reopenQuestionInput = z
  .object({
    ...question,
    reason: z.string().trim().min(3, "Say what the answer leaves open.").max(1_000),
  })
  .refine(isOnOne, onOne);

export const confirmCandidateInput = z.object({
  candidate: rowId,
  of: owner,
  /** The question in better words than the sentence that was found. */
  text: unlessEmpty(questionText),
});

/** How much to be told of a proposal or a ticket, and the page that it was chosen on. */
export const watchInput = z
  .object({
    ...subject,
    level: z.enum([...watchLevels, "none"]),
    from: z.enum(["page", "inbox"]).default("page"),
  })
  .refine(isOnOne, { error: "Choose for one proposal or for one ticket." });

export const dismissCandidateInput = z.object({ candidate: rowId });

function tooLong(what: string, limit: number, length: number): string {
  const [may, has] = [limit.toLocaleString("en"), length.toLocaleString("en")];
  return `${what} may have ${may} characters; this has ${has}. Shorten it, or link to the long version.`;
}
