import { Prisma } from "../db/client";

/**
 * The decision that opens or shuts the gate of the row `t`, as JSON: the last one on the ticket itself since it went to
 * the board, or, where it never did, the last one on its proposal. `holdTicket` and `board_has_cleared` say the same.
 */
export const decisionJson = Prisma.sql`(SELECT json_build_object('outcome', d."outcome", 'meetingId', d."meetingId",
    'sourceUrl', d."sourceUrl", 'ballotId', d."ballotId", 'date', m."date",
    'meeting', CASE WHEN m."id" IS NOT NULL THEN json_build_object('minutesStatus', m."minutesStatus") END)
  FROM "Decision" d LEFT JOIN "Meeting" m ON m."id" = d."meetingId"
  WHERE CASE WHEN t."bouncedAt" IS NULL THEN d."proposalId" = t."proposalId"
    ELSE d."ticketId" = t."id" AND d."decidedAt" >= t."bouncedAt" END ORDER BY d."id" DESC LIMIT 1)`;
