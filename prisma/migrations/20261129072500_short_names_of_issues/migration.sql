-- People speak of “infra#1836”; the groups above a project stay in the address, which alone tells issues apart.
UPDATE "Ticket" SET "externalShort" = regexp_replace("externalShort", '^.*/', '') WHERE "externalShort" ~ '/[^/]+#[0-9]+$';
