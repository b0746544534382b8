-- Its own migration: a value of an enum can be used only after the transaction that adds it.
ALTER TYPE "EvidenceStatus" ADD VALUE 'withdrawn';
