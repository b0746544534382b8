import { z } from "zod";

/** What a list of meetings is narrowed to, from its address. What makes no sense is left out. */
const filterSchema = z.object({
  past: z
    .literal("yes")
    .transform(() => true)
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1970).max(2199).optional().catch(undefined),
  /** Words in the titles and outlines of agendas. */
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  /** The date after which the list goes on. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .catch(undefined),
});

export type MeetingFilter = z.output<typeof filterSchema>;

export function readMeetingFilter(search: Record<string, unknown>): MeetingFilter {
  return filterSchema.parse(search);
}

/** The list's address with that filter. */
export function meetingListAddress({ past, year, q, cursor }: MeetingFilter): string {
  const query = new URLSearchParams({
    ...(past && { past: "yes" }),
    ...(year && { year: String(year) }),
    ...(q && { q }),
    ...(cursor && { cursor }),
  }).toString();
  return query ? `/meetings?${query}` : "/meetings";
}
