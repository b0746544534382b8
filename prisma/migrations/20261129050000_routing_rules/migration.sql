CREATE TABLE "RoutingRule" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT,
    "owedBy" TEXT,
    "words" TEXT[],
    "size" "AskSize",
    "sig" TEXT,
    "destination" "Destination" NOT NULL,
    "requestType" TEXT,
    "reason" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoutingRule_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RoutingRule_key_key" ON "RoutingRule"("key");

-- Two rules never stand at the same place; while two change places, they may.
ALTER TABLE "RoutingRule" ADD CONSTRAINT routing_rule_place UNIQUE ("place") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "RoutingRule" ADD CONSTRAINT routing_rule_kind CHECK (
  "kind" IN ('board_decision', 'infra_request', 'sig_work', 'external', 'inform', 'owed'));
ALTER TABLE "RoutingRule" ADD CONSTRAINT routing_rule_owed_by CHECK (
  "owedBy" IN ('board', 'sig', 'infra', 'operators', 'person', 'nobody'));
-- Only what goes to the infra team has a type.
ALTER TABLE "RoutingRule" ADD CONSTRAINT routing_rule_type CHECK (("destination" = 'infra') = ("requestType" IS NOT NULL));
ALTER TABLE "RoutingRule" ADD CONSTRAINT routing_rule_reason CHECK (btrim("reason") <> '');

-- No change of the rules without an event of the same transaction: the first writes down all that were in force.
CREATE FUNCTION require_routing_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Event" e
    WHERE e."subject" = 'routing_rule' AND e."tx" = (pg_current_xact_id()::text)::bigint) THEN
    RAISE EXCEPTION 'the routing rules were changed without an event' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER routing_rule_changed AFTER INSERT OR UPDATE OR DELETE ON "RoutingRule"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_routing_event();
