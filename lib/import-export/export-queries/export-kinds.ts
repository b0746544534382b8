import { Prisma } from "../../db/client";
import type { ExportKind } from "./export-kind";
import { minutesKinds } from "./export-minutes";
import { regionKinds } from "./export-region-kinds";
import type { Sight } from "./export-sight";

/** Everything that an export holds, in the order in which one line can refer to an earlier one. */
export function exportKinds(see: Sight): ExportKind[] {
  return [
    ...peopleKinds(see),
    ...proposalKinds(see),
    ...besideKinds(see),
    ...meetingKinds(see),
    ...workKinds(see),
    ...minutesKinds(see),
    ...pastKinds(see),
  ];
}

function peopleKinds(see: Sight): ExportKind[] {
  const hidden = see.isSystem
    ? Prisma.sql`'{}'::text[]`
    : Prisma.sql`'{timeZone,disabledAt,version,email}'::text[]`;
  return [
    {
      kind: "body",
      rows: Prisma.sql`SELECT b."id", to_jsonb(b) || jsonb_build_object('bodyKind', b."kind") AS facts FROM "Body" b`,
    },
    {
      kind: "person",
      rows: Prisma.sql`SELECT w."id", to_jsonb(w) - ${hidden} AS facts FROM "Person" w WHERE ${see.person}`,
    },
    {
      kind: "external_identity",
      rows: Prisma.sql`SELECT e."id", to_jsonb(e) AS facts
        FROM "ExternalIdentity" e JOIN "Person" w ON w."id" = e."personId" WHERE ${see.person}`,
    },
    { kind: "role_grant", rows: Prisma.sql`SELECT g."id", to_jsonb(g) AS facts FROM "RoleGrant" g` },
    // What a token hashes to leaves the database only with all of it, in a backup.
    ...(see.isSystem
      ? [
          {
            kind: "api_token",
            rows: Prisma.sql`SELECT k."id", to_jsonb(k) - 'hash' AS facts FROM "ApiToken" k`,
          },
        ]
      : []),
  ];
}

function proposalKinds(see: Sight): ExportKind[] {
  return [
    {
      kind: "proposal",
      rows: Prisma.sql`SELECT p."id", to_jsonb(p) || jsonb_build_object('coAuthorIds', (
          SELECT coalesce(jsonb_agg(k."personId" ORDER BY k."personId"), '[]')
          FROM "CoAuthor" k WHERE k."proposalId" = p."id")) AS facts
        FROM "Proposal" p WHERE ${see.proposal}`,
    },
    ofProposal("proposal_revision", Prisma.sql`"ProposalRevision"`, see),
    {
      kind: "ask",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) || jsonb_build_object('askKind', x."kind") AS facts
        FROM "Ask" x WHERE ${see.ofProposal}`,
    },
  ];
}

/** What stands with a proposal beside its text. A removed material has no address any more; bytes are fetched by path. */
function besideKinds(see: Sight): ExportKind[] {
  const gone = see.isSystem
    ? Prisma.sql`'{}'::text[]`
    : Prisma.sql`CASE WHEN x."removedAt" IS NULL THEN '{}'::text[] ELSE '{url,attachmentId}'::text[] END`;
  const file = see.isSystem ? Prisma.sql`true` : Prisma.sql`x."removedAt" IS NULL`;
  return [
    ofProposal("endorsement", Prisma.sql`"Endorsement"`, see),
    {
      kind: "proposal_relation",
      rows: Prisma.sql`SELECT r."id", to_jsonb(r) || jsonb_build_object('relationKind', r."kind") AS facts
        FROM "ProposalRelation" r
        WHERE EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = r."fromId" AND ${see.proposal})
          AND EXISTS (SELECT 1 FROM "Proposal" p WHERE p."id" = r."toId" AND ${see.proposal})`,
    },
    ofProposal("concern", Prisma.sql`"Concern"`, see),
    {
      kind: "material",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) - ${gone} || jsonb_build_object('materialKind', x."kind", 'file', (
          SELECT to_jsonb(f) || jsonb_build_object('path', '/attachments/' || f."id" || '/file') FROM "Attachment" f
          WHERE f."id" = x."attachmentId" AND ${file})) AS facts
        FROM "Material" x WHERE ${see.ofProposal}`,
    },
  ];
}

function meetingKinds(see: Sight): ExportKind[] {
  const minutes = see.readsDrafts
    ? Prisma.sql`'{}'::text[]`
    : Prisma.sql`CASE WHEN m."minutesStatus" = 'published' THEN '{}'::text[] ELSE '{minutesMarkdown,minutesText}'::text[] END`;
  return [
    { kind: "meeting_series", rows: Prisma.sql`SELECT s."id", to_jsonb(s) AS facts FROM "MeetingSeries" s` },
    { kind: "meeting", rows: Prisma.sql`SELECT m."id", to_jsonb(m) - ${minutes} AS facts FROM "Meeting" m` },
    ofProposal("slot_request", Prisma.sql`"SlotRequest"`, see),
    {
      kind: "agenda_item",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM "AgendaItem" x WHERE ${see.item}`,
    },
    { kind: "attendance", rows: Prisma.sql`SELECT a."id", to_jsonb(a) AS facts FROM "Attendance" a` },
    {
      kind: "attendance_span",
      rows: Prisma.sql`SELECT a."id", to_jsonb(a) AS facts FROM "AttendanceSpan" a`,
    },
    { kind: "executive_span", rows: Prisma.sql`SELECT a."id", to_jsonb(a) AS facts FROM "ExecutiveSpan" a` },
    {
      kind: "ballot",
      rows: Prisma.sql`SELECT b."id", to_jsonb(b) || jsonb_build_object('voterIds', (
          SELECT coalesce(jsonb_agg(v."personId" ORDER BY v."personId"), '[]')
          FROM "BallotVoter" v WHERE v."ballotId" = b."id")) AS facts
        FROM "Ballot" b WHERE ${see.ballot}`,
    },
    {
      kind: "position",
      rows: Prisma.sql`SELECT s."id", to_jsonb(s) AS facts FROM "Position" s
        WHERE EXISTS (SELECT 1 FROM "Ballot" b WHERE b."id" = s."ballotId" AND ${see.ballot})`,
    },
    {
      kind: "decision",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM "Decision" x WHERE (${see.ofProposal} OR ${see.ofTicket}) AND ${see.ofItem}`,
    },
    {
      kind: "condition",
      rows: Prisma.sql`SELECT c."id", to_jsonb(c) AS facts FROM "Condition" c
        WHERE EXISTS (SELECT 1 FROM "Decision" x WHERE x."id" = c."decisionId" AND ${see.ofProposal} AND ${see.ofItem})`,
    },
  ];
}

function workKinds(see: Sight): ExportKind[] {
  return [
    {
      kind: "ticket",
      rows: Prisma.sql`SELECT t."id", to_jsonb(t) || jsonb_build_object('capabilityIds', (
          SELECT coalesce(jsonb_agg(c."capabilityId" ORDER BY c."capabilityId"), '[]')
          FROM "TicketCapability" c WHERE c."ticketId" = t."id"), 'blockedByIds', (
          SELECT coalesce(jsonb_agg(d."blockerId" ORDER BY d."blockerId"), '[]')
          FROM "TicketDependency" d WHERE d."blockedId" = t."id"
            AND EXISTS (SELECT 1 FROM "Ticket" t WHERE t."id" = d."blockerId" AND ${see.ticket}))) AS facts
        FROM "Ticket" t WHERE ${see.ticket}`,
    },
    {
      kind: "ticket_bundle",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM "TicketBundle" x
        WHERE x."proposalId" IS NULL OR ${see.ofProposal}`,
    },
    {
      kind: "checklist_item",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM "ChecklistItem" x WHERE ${see.ofTicket}`,
    },
    {
      kind: "comment",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) || jsonb_build_object('given', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('personId', r."personId", 'kind', r."kind")
            ORDER BY r."createdAt", r."personId", r."kind"), '[]')
          FROM "Reaction" r WHERE r."commentId" = x."id")) AS facts
        FROM "Comment" x WHERE ${see.comment}`,
    },
    {
      kind: "question",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM "Question" x WHERE (${see.ofProposal} OR ${see.ofTicket})`,
    },
    {
      kind: "question_answer",
      rows: Prisma.sql`SELECT a."id", to_jsonb(a) AS facts
        FROM "QuestionAnswer" a
        WHERE EXISTS (SELECT 1 FROM "Question" x WHERE x."id" = a."questionId" AND (${see.ofProposal} OR ${see.ofTicket}))
          AND (a."commentId" IS NULL OR EXISTS (SELECT 1 FROM "Comment" x WHERE x."id" = a."commentId" AND ${see.comment}))`,
    },
    ofProposal("question_candidate", Prisma.sql`"QuestionCandidate"`, see),
    {
      kind: "minute_line",
      rows: Prisma.sql`SELECT l."id", to_jsonb(l) || jsonb_build_object('lineKind', l."kind") AS facts
        FROM "MinuteLine" l WHERE ${see.line}`,
    },
    {
      kind: "line_revision",
      rows: Prisma.sql`SELECT r."id", to_jsonb(r) || jsonb_build_object('lineKind', r."kind") AS facts
        FROM "LineRevision" r JOIN "MinuteLine" l ON l."id" = r."lineId" WHERE ${see.line}`,
    },
    ofProposal("split_entry", Prisma.sql`"SplitEntry"`, see),
    ofProposal("follow_up", Prisma.sql`"FollowUp"`, see),
    ...regionKinds(see),
  ];
}

function pastKinds(see: Sight): ExportKind[] {
  return [
    {
      kind: "routing_rule",
      rows: Prisma.sql`SELECT r."id", to_jsonb(r) || jsonb_build_object('routedKind', r."kind") AS facts
        FROM "RoutingRule" r WHERE ${see.isAdmin}`,
    },
    {
      kind: "event",
      rows: Prisma.sql`SELECT x."id", to_jsonb(x) - 'tx' AS facts FROM "Event" x WHERE ${see.event}`,
    },
  ];
}

/** Rows that belong to a proposal, and are seen by whoever sees it. */
function ofProposal(kind: string, table: Prisma.Sql, see: Sight): ExportKind {
  return {
    kind,
    rows: Prisma.sql`SELECT x."id", to_jsonb(x) AS facts FROM ${table} x WHERE ${see.ofProposal}`,
  };
}
