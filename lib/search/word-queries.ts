import { Prisma } from "../db/client";

/** What somebody typed into a search field, as the database asks its indexes for it: quotes, a minus, and “or” count. */
export function wordsQuery(words: string): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery('english', ${withoutLooseMinus(words)})`;
}

/** A minus that stands before no word leaves nothing out; some thirty of them in a row are more than PostgreSQL reads. */
function withoutLooseMinus(words: string): string {
  return words.replaceAll(/-[^\p{L}\p{N}"]+/gu, " ");
}
