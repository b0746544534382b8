-- What the account system gave to ask it about somebody's groups again: sealed, and when that is due.
ALTER TABLE "SignInAccount" ADD COLUMN "sealedToken" TEXT,
  ADD COLUMN "askAt" TIMESTAMPTZ(3);
CREATE INDEX "SignInAccount_askAt_idx" ON "SignInAccount"("askAt");
ALTER TABLE "SignInAccount" ADD CONSTRAINT sign_in_account_asked_with_token CHECK (("sealedToken" IS NULL) = ("askAt" IS NULL));
ALTER TABLE "SignInAccount" ADD CONSTRAINT sign_in_account_sealed CHECK ("sealedToken" LIKE 'v1.%');
