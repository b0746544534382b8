-- Between the draft and the publication stands the review. Used from the next migration on: a new value may not be used
-- in the transaction that adds it.
ALTER TYPE "MinutesStatus" ADD VALUE 'reviewed' BEFORE 'published';
