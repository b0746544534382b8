-- What a person said: without it their page reads every comment there is (docs/performance.md).
CREATE INDEX "Comment_authorId_idx" ON "Comment" ("authorId");
