import type { texts } from "./texts";

// The scale of issue 2, by numbers: what the tables hold is the same in every run.
export const scale = { people: 200, proposals: 20_000, meetings: 200, tickets: 100_000, commentsEach: 6 };

/** Proposals that are talked about more than the others. */
export const busy = { twenty: 19_998, hundred: 19_999, thousand: 20_000, six: 19_996 };

/** A ticket with 300 comments that waits for 40 others. */
export const busyTicket = scale.tickets;

/** The session's person: a director, who sees what most people do not. */
export const reader = { id: 1, handle: "person-1" };

export const regionKey = "bench";

export interface Statement {
  what: string;
  sql: string;
  texts?: (keyof typeof texts)[];
}

const { people, proposals, meetings, tickets, commentsEach } = scale;
const ago = (minutes: string) => `now() - (${minutes}) * interval '1 minute'`;
/** Proposal n was touched n minutes after the oldest one. */
const touched = (n: string) => ago(`${proposals} - ${n}`);
const commentsOf = (n: string) =>
  `CASE ${n} WHEN ${busy.twenty} THEN 20 WHEN ${busy.hundred} THEN 100 WHEN ${busy.thousand} THEN 1000 ELSE ${commentsEach} END`;
const isBusy = (n: string) => `${n} > ${proposals - 10}`;

export const statements: Statement[] = [
  {
    what: "bodies",
    sql: `INSERT INTO "Body" ("id", "handle", "name", "kind") VALUES
      (1, 'board', 'Board of Directors', 'board'), (2, 'infra', 'Infra team', 'infra'), (3, 'operators', 'Region operators', 'operators'),
      (4, 'sig-cloud', 'Cloud SIG', 'sig'), (5, 'sig-hyperscale', 'Hyperscale SIG', 'sig'), (6, 'sig-alt-images', 'Alternative Images SIG', 'sig')`,
  },
  {
    what: "people",
    sql: `INSERT INTO "Person" ("id", "handle", "name")
      SELECT n, 'person-' || n, (ARRAY['Amara', 'Bela', 'Chidi', 'Dorit', 'Emil', 'Fatou', 'Goran', 'Hana'])[1 + n % 8] || ' ' ||
        (ARRAY['Okafor', 'Lind', 'Novak', 'Haddad', 'Whitfield', 'Kealoha', 'Achterberg'])[1 + n % 7] FROM generate_series(1, ${people}) n`,
  },
  {
    what: "roles",
    sql: `INSERT INTO "RoleGrant" ("personId", "bodyId", "role") SELECT n, 1, 'director'::"RoleName" FROM generate_series(1, 9) n
      UNION ALL SELECT 10, 1, 'secretary' UNION ALL SELECT 11, 2, 'infra' UNION ALL SELECT 12, 3, 'operator'
      UNION ALL SELECT n, 4, 'sig_member' FROM generate_series(1, 60) n UNION ALL SELECT 13, 4, 'sig_chair'`,
  },
  {
    what: "proposals",
    texts: ["sections"],
    sql: `INSERT INTO "Proposal" ("id", "number", "status", "closedAs", "visibility", "title", "summary", "sections", "authorId", "sigId",
        "revision", "version", "createdAt", "updatedAt", "publishedAt", "closedAt")
      SELECT n, n, s, CASE WHEN s = 'closed' THEN (ARRAY['completed', 'declined', 'withdrawn', 'no_follow_up'])[1 + n % 4]::"ClosedAs" END,
        (CASE WHEN n % 50 = 7 AND NOT ${isBusy("n")} THEN 'executive' ELSE 'public' END)::"Visibility",
        (ARRAY['A region for', 'Mirrors for', 'Build machines for', 'A new home for', 'Signing keys of'])[1 + n % 5] || ' ' ||
        (ARRAY['the Cloud SIG', 'image builders', 'the documentation', 'automotive work', 'tenants of the region', 'packagers'])[1 + n % 6] || ', part ' || n,
        'Members ask for a place to run what they build, with sign-in by the community account, ten tenants at first, and a plan for how it ends if it has to.',
        $1::jsonb, 2 + n % ${people - 1}, 4 + n % 3, (s <> 'draft')::int, 3, ${ago(`${proposals} - n + 43200`)}, ${touched("n")},
        CASE WHEN s <> 'draft' THEN ${ago(`${proposals} - n + 43000`)} END, CASE WHEN s = 'closed' THEN ${touched("n")} END
      FROM (SELECT n, (CASE WHEN ${isBusy("n")} THEN 'discussion' ELSE (ARRAY['draft', 'discussion', 'discussion', 'discussion', 'discussion', 'discussion',
          'discussion', 'discussion', 'scheduled', 'under_review', 'splitting', 'delivering', 'delivering', 'delivering', 'delivering',
          'closed', 'closed', 'closed', 'closed', 'closed'])[1 + n % 20] END)::"ProposalStatus" AS s FROM generate_series(1, ${proposals}) n) rows`,
  },
  {
    what: "asks",
    sql: `INSERT INTO "Ask" ("proposalId", "number", "kind", "text", "acceptanceTest", "ownerBodyId", "ownerPersonId")
      SELECT n, k, (ARRAY['board_decision', 'infra_request', 'sig_work'])[k]::"AskKind",
        (ARRAY['Say whether the project backs this, and under which name.', 'Set up a project with quota for ten tenants.', 'Write the handbook for operators.'])[k],
        'Somebody who was not involved can see it.', CASE WHEN k < 3 THEN k END, CASE WHEN k = 3 THEN 2 + n % ${people - 1} END
      FROM generate_series(1, ${proposals}) n, generate_series(1, 3) k`,
  },
  {
    what: "comments",
    texts: ["comments"],
    sql: `INSERT INTO "Comment" ("proposalId", "authorId", "markdown", "html", "revision", "createdAt")
      SELECT n, 1 + (n * 7 + k) % ${people}, t->>'markdown', t->>'html', 1, ${ago(`${proposals} - n + 40000 - k * 30`)}
      FROM generate_series(1, ${proposals}) n CROSS JOIN LATERAL generate_series(1, ${commentsOf("n")}) k
        CROSS JOIN LATERAL (SELECT $1::jsonb->((n + k) % 8) AS t) text ORDER BY n, k`,
  },
  {
    what: "questions",
    sql: `INSERT INTO "Question" ("proposalId", "number", "text", "status", "askedById", "askedOfPersonId", "askedOfBodyId", "commentId", "answerCommentId", "answeredAt", "createdAt")
      SELECT "proposalId", k, (ARRAY['Who keeps the machines running after the first year?', 'What happens if we do nothing?', 'Does the brand have to change for it?'])[1 + k % 3],
        (CASE WHEN k % 2 = 1 THEN 'answered' ELSE 'open' END)::"QuestionStatus", "authorId", CASE WHEN k % 3 > 0 THEN 2 + "proposalId" % ${people - 1} END,
        CASE WHEN k % 3 = 0 THEN 2 END, "id", CASE WHEN k % 2 = 1 THEN next END, CASE WHEN k % 2 = 1 THEN "createdAt" END, "createdAt"
      FROM (SELECT *, row_number() OVER (PARTITION BY "proposalId" ORDER BY "id") AS k FROM (
        SELECT c.*, row_number() OVER (PARTITION BY c."proposalId" ORDER BY c."id") AS place,
          lead(c."id") OVER (PARTITION BY c."proposalId" ORDER BY c."id") AS next FROM "Comment" c) c
        WHERE place % 5 = 2) asked`,
  },
  {
    what: "open questions, which triggers would have counted",
    sql: `SELECT count_open_questions(array_agg("id")) FROM "Proposal"`,
  },
  {
    what: "answers",
    sql: `INSERT INTO "QuestionAnswer" ("questionId", "personId", "commentId", "createdAt")
      SELECT q."id", c."authorId", c."id", q."answeredAt" FROM "Question" q JOIN "Comment" c ON c."id" = q."answerCommentId"`,
  },
  {
    what: "events of proposals",
    sql: `INSERT INTO "Event" ("at", "type", "actorId", "subject", "subjectId", "proposalId", "visibility", "data", "tx")
      SELECT "createdAt", 'proposal.created', "authorId", 'proposal', "id", "id", "visibility", '{"to": "draft"}'::jsonb, 0 FROM "Proposal"
      UNION ALL SELECT "publishedAt", 'proposal.published', "authorId", 'proposal', "id", "id", "visibility", '{"from": "draft", "to": "discussion", "revision": 1}', 0
        FROM "Proposal" WHERE "publishedAt" IS NOT NULL
      UNION ALL SELECT p."updatedAt", 'proposal.moved', 1, 'proposal', p."id", p."id", p."visibility", jsonb_build_object('from', 'discussion', 'to', p."status"), 0
        FROM "Proposal" p WHERE p."status" NOT IN ('draft', 'discussion')
      UNION ALL SELECT p."createdAt" + k * interval '9 hours', 'proposal.revised', p."authorId", 'proposal', p."id", p."id", 'public', jsonb_build_object('revision', 1 + k), 0
        FROM "Proposal" p, generate_series(1, 3) k WHERE ${isBusy('p."id"')}`,
  },
  {
    what: "events of the discussion",
    sql: `INSERT INTO "Event" ("at", "type", "actorId", "subject", "subjectId", "proposalId", "data", "tx")
      SELECT "createdAt", 'comment.posted', "authorId", 'comment', "id", "proposalId", jsonb_build_object('commentId', "id"), 0 FROM "Comment"
      UNION ALL SELECT "createdAt", 'question.asked', "askedById", 'question', "id", "proposalId",
        jsonb_build_object('to', 'open', 'number', "number", 'text', "text", 'of', 'the Infra team', 'commentId', "commentId"), 0 FROM "Question"
      UNION ALL SELECT "answeredAt", 'question.answered', 2, 'question', "id", "proposalId",
        jsonb_build_object('from', 'open', 'to', 'answered', 'number', "number", 'commentId', "answerCommentId"), 0 FROM "Question" WHERE "answeredAt" IS NOT NULL`,
  },
  {
    what: "meetings",
    sql: `INSERT INTO "MeetingSeries" ("id", "key", "name", "bodyId", "rule", "startsAtTime", "timeZone") VALUES (1, 'board', 'Board meeting', 1, 'FREQ=WEEKLY', '15:00', 'UTC')`,
  },
  {
    what: "meetings",
    sql: `INSERT INTO "Meeting" ("id", "date", "seriesId", "title", "startsAt", "capacityMinutes", "status", "publishedAt", "place",
        "openedAt", "adjournedAt", "seatedDirectors", "minutesStatus", "minutesPublishedAt")
      SELECT n, to_char(day, 'YYYY-MM-DD'), 1, 'Board meeting', day + interval '15 hours', 90,
        (CASE WHEN was THEN 'adjourned' ELSE 'published' END)::"MeetingStatus", day - interval '4 days', 'Video call',
        CASE WHEN was THEN day + interval '15 hours' END, CASE WHEN was THEN day + interval '16 hours' END, CASE WHEN was THEN 9 END,
        (CASE WHEN was THEN 'published' ELSE 'none' END)::"MinutesStatus", CASE WHEN was THEN day + interval '60 hours' END
      FROM (SELECT *, n <= ${meetings - 10} AS was FROM (SELECT n, date_trunc('day', now(), 'UTC') + (n - ${meetings - 10}) * interval '7 days' AS day FROM generate_series(1, ${meetings}) n) days) were`,
  },
  {
    what: "agenda items",
    texts: ["outline"],
    sql: `INSERT INTO "AgendaItem" ("meetingId", "proposalId", "section", "position", "title", "presenterId", "presentMinutes", "qaMinutes", "outline", "status")
      SELECT n, p, (CASE k WHEN 1 THEN 'consent' WHEN 8 THEN 'ongoing' ELSE 'presentations' END)::"AgendaSection", k, 'Part ' || p, 2 + p % ${people - 1}, 5, 5, $1::jsonb,
        (CASE WHEN n > ${meetings - 10} THEN 'planned' ELSE 'done' END)::"AgendaItemStatus"
      FROM (SELECT n, k, CASE WHEN n > ${meetings - 10} THEN ((n * 8 + k) % 900) * 20 + 8 ELSE ((n * 8 + k) % 900) * 20 + 12 END AS p
        FROM generate_series(1, ${meetings}) n, generate_series(1, 8) k) rows`,
  },
  {
    what: "a full evening: 40 items, half of them proposals, each with a link to look at",
    texts: ["outline"],
    sql: `WITH evening AS (INSERT INTO "Meeting" ("id", "date", "seriesId", "title", "startsAt", "capacityMinutes", "status", "publishedAt", "place")
        SELECT ${meetings} + 1, to_char(day, 'YYYY-MM-DD'), 1, 'Full evening', day + interval '15 hours', 300, 'published', now(), 'Video call'
        FROM (SELECT date_trunc('day', now(), 'UTC') + interval '400 days' AS day) days RETURNING "id"),
      items AS (INSERT INTO "AgendaItem" ("meetingId", "proposalId", "section", "position", "title", "presenterId", "presentMinutes", "qaMinutes", "outline", "status")
        SELECT e."id", CASE WHEN k % 2 = 0 THEN k * 20 + 3 END, (ARRAY['consent', 'presentations', 'ongoing', 'new'])[1 + k / 10]::"AgendaSection", k,
          'Part ' || k, 2 + k % ${people - 1}, 5, 5, $1::jsonb, 'planned' FROM evening e, generate_series(0, 39) k)
      INSERT INTO "Material" ("proposalId", "number", "kind", "title", "url", "revision", "addedById")
        SELECT k * 20 + 3, 1, 'slides', 'Slides of part ' || k, 'https://example.org/slides/' || k, 1, 2 + k % ${people - 1} FROM generate_series(0, 38, 2) k WHERE k > 0`,
  },
  {
    what: "tickets",
    sql: `INSERT INTO "Ticket" ("id", "number", "proposalId", "title", "markdown", "html", "destination", "status", "requesterId", "ownerBodyId", "createdAt", "updatedAt", "doneAt")
      SELECT n, n, (n % 999) * 20 + 11 + n % 4, (ARRAY['Quota for', 'A name for', 'Two machines for', 'A group for'])[1 + n % 4] || ' tenant ' || n,
        'As the proposal says.', '<p>As the proposal says.</p>', (ARRAY['board', 'infra', 'initiative', 'sig', 'external'])[1 + n % 5]::"Destination",
        s::"TicketStatus", 2 + n % ${people - 1}, 1 + n % 6, ${ago(`${tickets} - n + 5000`)}, ${ago(`${tickets} - n`)}, CASE WHEN s = 'done' THEN ${ago(`${tickets} - n`)} END
      FROM (SELECT n, (ARRAY['filed', 'needs_review', 'waiting_on_assignee', 'waiting_on_reporter', 'done', 'done', 'done', 'declined'])[1 + n % 8] AS s
        FROM generate_series(1, ${tickets}) n) rows`,
  },
  {
    what: "times, labels and priorities of tickets, which triggers and people would have given",
    sql: `UPDATE "Ticket" SET "movedAt" = "updatedAt", "priority" = (ARRAY['low', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + "id" % 6]::"TicketPriority",
      "labels" = CASE WHEN "id" % 50 = 0 THEN ARRAY['el10'] ELSE '{}' END`,
  },
  {
    what: "the busy ticket",
    sql: `UPDATE "Ticket" SET "status" = 'waiting_on_assignee', "proposalId" = NULL WHERE "id" = ${busyTicket}`,
  },
  {
    what: "dependencies",
    sql: `INSERT INTO "TicketDependency" ("blockedId", "blockerId", "byId")
      SELECT ${busyTicket}, n, 2 FROM generate_series(1, 40) n
      UNION ALL SELECT n * 10, n * 10 - 1, 2 FROM generate_series(10, 500) n`,
  },
  {
    what: "comments on a ticket",
    texts: ["comments"],
    sql: `INSERT INTO "Comment" ("ticketId", "authorId", "markdown", "html", "createdAt")
      SELECT ${busyTicket}, 1 + k % ${people}, t->>'markdown', t->>'html', ${ago("400 - k")}
      FROM generate_series(1, 300) k CROSS JOIN LATERAL (SELECT $1::jsonb->(k % 8) AS t) text`,
  },
  {
    what: "events of tickets",
    sql: `INSERT INTO "Event" ("at", "type", "actorId", "subject", "subjectId", "proposalId", "ticketId", "data", "tx")
      SELECT "createdAt", 'ticket.created', "requesterId", 'ticket', "id", "proposalId", "id", jsonb_build_object('to', 'draft', 'title', "title"), 0 FROM "Ticket"
      UNION ALL SELECT "createdAt", 'ticket.filed', "requesterId", 'ticket', "id", "proposalId", "id", '{"from": "draft", "to": "filed"}', 0 FROM "Ticket"`,
  },
  {
    what: "notices",
    sql: `INSERT INTO "Notice" ("personId", "eventId", "href", "sentence", "createdAt")
      SELECT "actorId", "id", '/proposals/' || "proposalId", 'Somebody answered you.', "at" FROM "Event" WHERE "type" = 'comment.posted' AND "id" % 3 = 0`,
  },
];
