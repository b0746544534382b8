import { z } from "zod";

const flag = z
  .literal("yes")
  .transform(() => true as const)
  .optional()
  .catch(undefined);

/** Which ACTIONs a list shows, from its address. What makes no sense is left out. */
const filterSchema = z.object({
  mine: flag,
  overdue: flag,
  /** Those that nothing was said of since the body last met. */
  silent: flag,
  /** Also those that are done or dropped. */
  settled: flag,
  /** Handle of a person or a body. */
  of: z.string().trim().min(1).max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});

export type ActionFilter = z.output<typeof filterSchema>;

export function readActionFilter(search: Record<string, unknown>): ActionFilter {
  return filterSchema.parse(search);
}

/** The list's address with that filter. */
export function actionListAddress({ of, page, ...flags }: ActionFilter): string {
  const query = new URLSearchParams([
    ...Object.entries(flags).flatMap(([name, on]) => (on ? [[name, "yes"]] : [])),
    ...(of ? [["of", of]] : []),
    ...(page && page > 1 ? [["page", String(page)]] : []),
  ]).toString();
  return query ? `/meetings/actions?${query}` : "/meetings/actions";
}
