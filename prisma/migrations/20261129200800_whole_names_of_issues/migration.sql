-- An issue has one name wherever it is shown, with the groups above its project: “infra#1836” alone could be several.
UPDATE "Ticket" SET "externalShort" = regexp_replace("externalUrl", '^https?://[^/]+/(.+?)/(?:-/)?issues?/([0-9]+)$', '\1#\2')
WHERE "externalShort" ~ '^[^/]+#[0-9]+$' AND "externalUrl" ~ '^https?://[^/]+/.+/issues?/[0-9]+$';
