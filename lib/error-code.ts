/** The code by which Node, PostgreSQL and Prisma name what failed; undefined where an error has none. */
export function codeOf(failure: unknown): string | undefined {
  if (!(failure instanceof Error) || !("code" in failure)) return undefined;
  return typeof failure.code === "string" ? failure.code : undefined;
}
