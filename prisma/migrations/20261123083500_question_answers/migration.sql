-- Answers that were given while a question had one answer at most.
INSERT INTO "QuestionAnswer" ("questionId", "personId", "commentId", "createdAt")
  SELECT q."id", c."authorId", c."id", coalesce(q."answeredAt", c."createdAt")
  FROM "Question" q JOIN "Comment" c ON c."id" = q."answerCommentId"
  WHERE q."status" = 'answered'
  ON CONFLICT DO NOTHING;
