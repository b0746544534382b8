import { Prisma } from "../db/client";

/** What of a split a ticket (alias t) stands for, as JSON; what only the board reads, where `all` says so. */
export function sourcesOfTicket(all: boolean): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object(
            'kind', CASE WHEN a."id" IS NOT NULL THEN 'ask' WHEN q."id" IS NOT NULL THEN 'question'
              WHEN c."id" IS NOT NULL THEN 'condition' WHEN u."id" IS NOT NULL THEN 'follow_up' ELSE 'action_line' END,
            'id', coalesce(a."id", q."id", c."id", u."id", l."id"), 'number', coalesce(a."number", q."number", c."number", u."number",
              (SELECT count(*)::int FROM "MinuteLine" ln JOIN "AgendaItem" li ON li."id" = ln."itemId"
                WHERE li."proposalId" = e."proposalId" AND li."visibility" = 'public' AND ln."kind" = 'action' AND ln."id" <= l."id")),
            'text', coalesce(a."text", q."text", c."text", u."text", l."text")) ORDER BY e."id"), '[]')
          FROM "SplitEntry" e LEFT JOIN "Ask" a ON a."id" = e."askId" LEFT JOIN "Question" q ON q."id" = e."questionId"
            LEFT JOIN "Condition" c ON c."id" = e."conditionId" LEFT JOIN "MinuteLine" l ON l."id" = e."minuteLineId"
            LEFT JOIN "FollowUp" u ON u."id" = e."followUpId"
            LEFT JOIN "Decision" d ON d."id" = c."decisionId"
            LEFT JOIN "AgendaItem" i ON i."id" = coalesce(l."itemId", d."itemId")
          WHERE e."ticketId" = t."id" AND (${all} OR i."id" IS NULL OR i."visibility" = 'public'))`;
}
