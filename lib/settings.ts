import { z } from "zod";
import { readAllowed } from "./outgoing/allowed";
import { readGroupRules, standardGroupRules } from "./people/group-rules";
import { readMoves } from "./trackers/moves";

// Every setting, once: what is right, what it is without being set, and whether it may be shown. `.env.example` says
// the same to people, and tests/unit/env.test.ts proves that the two agree.

interface Setting<Schema extends z.ZodType> {
  schema: Schema;
  /** What would be right, to stand after "it has to be". */
  right: string;
  secret?: boolean;
}

function setting<Schema extends z.ZodType>(schema: Schema, right: string, secret = false): Setting<Schema> {
  return { schema, right, secret };
}

function wholeNumber(standard: number, from: number, to: number): Setting<z.ZodType<number>> {
  const digits = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to));
  return setting(digits.default(standard), `a whole number from ${from} to ${to}`);
}

/** The name of a claim, as the provider spells it. */
function claim(standard: string): Setting<z.ZodType<string>> {
  return setting(
    z
      .string()
      .regex(/^[\w.:/-]{1,200}$/)
      .default(standard),
    "the name of a claim",
  );
}

const database = z.string().refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text));
const webAddress = z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text));

export const settings = {
  MODE: setting(z.enum(["demo", "production"]).default("demo"), "demo or production"),
  PORT: wholeNumber(3000, 0, 65_535),
  HOST: setting(
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default("localhost"),
    "a host name or an IP address",
  ),
  AUTH_URL: setting(webAddress.optional(), "the portal's public address, like https://portal.example.org"),
  AUTH_SECRET: setting(
    z.string().min(32).optional(),
    "at least 32 random characters (openssl rand -base64 48)",
    true,
  ),
  DEMO_EXPOSED: setting(z.enum(["yes", "no"]).default("no"), "yes or no"),
  DATABASE_URL: setting(
    database.optional(),
    "an address like postgresql://user:password@host:5432/streamboard",
    true,
  ),
  DATABASE_POOL: wholeNumber(10, 2, 200),
  DATA_DIR: setting(z.string().default(".data"), "a folder"),
  WORKER: setting(z.enum(["inside", "apart"]).default("inside"), "inside or apart"),
  SEED: setting(z.enum(["demo", "none"]).optional(), "demo or none"),
  LOG_LEVEL: setting(
    z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    "trace, debug, info, warn, error or silent",
  ),
  SHOW_QUERIES: setting(z.enum(["0", "1"]).default("0"), "0 or 1"),
  MINUTES_DUE_HOURS: wholeNumber(72, 1, 1000),
  AGENDA_NOTICE_HOURS: wholeNumber(48, 0, 1000),
  INFORMATION_HOURS: wholeNumber(48, 0, 1000),
  SLOT_EXPIRY_DAYS: wholeNumber(14, 1, 365),
  SERIES_AHEAD_DAYS: wholeNumber(180, 1, 730),
  ACTION_REMINDER_DAYS: wholeNumber(3, 0, 60),
  TERM_REMINDER_DAYS: wholeNumber(30, 0, 365),
  SPLIT_OVERDUE_DAYS: wholeNumber(30, 1, 1000),
  CONSENSUS_VOTES: wholeNumber(3, 1, 100),
  CONSENSUS_HOURS: wholeNumber(72, 0, 1000),
  LAZY_CONSENSUS_HOURS: wholeNumber(72, 0, 1000),
  BALLOT_LONGEST_DAYS: wholeNumber(14, 1, 365),
  LIVE_FOLLOWERS: wholeNumber(1000, 1, 20_000),
  TICKET_NEWS_DAYS: wholeNumber(14, 1, 1000),
  REPORTER_WAIT_DAYS: wholeNumber(14, 1, 1000),
  MEETING_MINUTES: wholeNumber(60, 5, 600),
  API_READS_PER_MINUTE: wholeNumber(600, 0, 1_000_000),
  API_WRITES_PER_MINUTE: wholeNumber(120, 0, 1_000_000),
  METRICS_TOKEN: setting(
    z.string().min(16).max(500).regex(/^\S+$/).optional(),
    "at least 16 characters without a space (openssl rand -hex 24)",
    true,
  ),
  PAGES_PER_MINUTE: wholeNumber(600, 0, 1_000_000),
  SEARCHES_PER_MINUTE: wholeNumber(180, 0, 1_000_000),
  FORMS_PER_MINUTE: wholeNumber(120, 0, 1_000_000),
  UPLOADS_PER_MINUTE: wholeNumber(20, 0, 1_000_000),
  SIGN_INS_PER_MINUTE: wholeNumber(20, 0, 1_000_000),
  CONNECTIONS_PER_ADDRESS: wholeNumber(500, 0, 100_000),
  STATEMENT_SECONDS: wholeNumber(10, 0, 3600),
  TRUSTED_PROXIES: wholeNumber(0, 0, 10),
  HSTS_DAYS: wholeNumber(365, 0, 3650),
  OUTGOING_ALLOWED: setting(
    z
      .string()
      .refine((text) => readAllowed(text) !== undefined)
      .default(""),
    "hosts and networks like tracker.internal:8443, 10.1.0.0/16, parted by commas",
  ),
  OUTGOING_HTTP: setting(z.enum(["yes", "no"]).default("no"), "yes or no"),
  ATTACHMENTS: setting(z.enum(["database", "folder"]).default("database"), "database or folder"),
  ATTACHMENTS_FOLDER: setting(z.string().optional(), "a folder"),
  ATTACHMENTS_PER_PROPOSAL: wholeNumber(50, 0, 1000),
  ATTACHMENTS_MB_PER_PROPOSAL: wholeNumber(100, 0, 10_000),
  IMPORT_TOKEN: setting(
    z.string().max(500).regex(/^\S+$/).optional(),
    "a token of the tracker, without a space",
    true,
  ),
  TRACKER_MOVES: setting(
    z
      .string()
      .refine((text) => readMoves(text) !== undefined)
      .default(""),
    "a list like pagure.io/centos-infra=forgejo:forge.example.org/centos/infra, parted by commas",
  ),
  OIDC_ISSUER: setting(webAddress.optional(), "the issuer's address, like https://id.example.org/openidc/"),
  OIDC_CLIENT_ID: setting(z.string().max(300).optional(), "the portal's name at the issuer"),
  OIDC_CLIENT_SECRET: setting(z.string().max(1_000).optional(), "the secret that goes with it", true),
  OIDC_NAME: setting(z.string().max(60).default("community account"), "what people call the account"),
  OIDC_SCOPES: setting(
    z
      .string()
      .regex(/^openid( \S+)*$/)
      .default("openid profile email groups"),
    "scopes, openid first, like openid profile email groups",
  ),
  OIDC_CLIENT_AUTH: setting(
    z.enum(["client_secret_basic", "client_secret_post"]).default("client_secret_post"),
    "client_secret_basic or client_secret_post",
  ),
  OIDC_GROUPS_MINUTES: wholeNumber(0, 0, 10_080),
  OIDC_CLAIM_HANDLE: claim("preferred_username"),
  OIDC_CLAIM_NAME: claim("name"),
  OIDC_CLAIM_EMAIL: claim("email"),
  OIDC_CLAIM_ZONE: claim("zoneinfo"),
  OIDC_CLAIM_GROUPS: claim("groups"),
  GROUP_ROLES: setting(
    z
      .string()
      .refine((text) => readGroupRules(text).ok)
      .default(standardGroupRules),
    "rules like sig-*=sig_member@sig-*, with commas between them",
  ),
  FIRST_ADMIN: setting(z.string().max(100).optional(), "the handle of who looks after people and settings"),
  MAIL_URL: setting(
    z
      .string()
      .refine((text) => /^smtps?:\/\//.test(text) && URL.canParse(text))
      .optional(),
    "an address like smtps://user:password@mail.example.org",
    true,
  ),
  MAIL_FROM: setting(z.string().max(300).optional(), "a sender like Streamboard <portal@example.org>"),
  AUDIT_ORIGIN_DAYS: wholeNumber(90, 0, 3650),
  SIGN_IN_LINK_MINUTES: wholeNumber(20, 5, 1440),
  SESSION_HOURS: wholeNumber(168, 1, 8760),
  SESSION_IDLE_HOURS: wholeNumber(72, 1, 8760),
} satisfies Record<string, Setting<z.ZodType>>;

export type Settings = { [Name in keyof typeof settings]: z.output<(typeof settings)[Name]["schema"]> };
