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
export type Environment = Record<string, string | undefined>;

/** The settings are wrong: one line for each, all at once. */
export class SettingsError extends Error {
  constructor(complaints: string[]) {
    super(
      `The portal cannot start with these settings:\n${complaints.map((each) => `  - ${each}`).join("\n")}`,
    );
    this.name = "SettingsError";
  }
}

let known: Settings | undefined;

/** The settings of this process, read once, when first asked for. Throws `SettingsError`. */
export function env(): Settings {
  known ??= readSettings(process.env);
  return known;
}

/** Reads the settings out of an environment; one that is set to nothing counts as not set. */
export function readSettings(environment: Environment): Settings {
  const complaints: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, right, secret }] of Object.entries(settings)) {
    const held = environment[name] || undefined;
    const read = schema.safeParse(held);
    if (read.success) values[name] = read.data;
    else
      complaints.push(`${name} is ${secret ? hidden(held) : JSON.stringify(held)}; it has to be ${right}.`);
  }
  const found = values as Settings; // each value came out of the schema of its own name, or there is a complaint
  if (complaints.length === 0) complaints.push(...disagreements(found));
  if (complaints.length > 0) throw new SettingsError(complaints);
  return found;
}

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function hidden(value: string | undefined): string {
  return `set (${value?.length ?? 0} characters, not shown)`;
}

/** What is right alone, and wrong together. */
function disagreements(found: Settings): string[] {
  const complaints: string[] = [];
  const oidc = [found.OIDC_ISSUER, found.OIDC_CLIENT_ID, found.OIDC_CLIENT_SECRET].filter(Boolean).length;
  if (oidc !== 0 && oidc !== 3) {
    complaints.push(
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none.",
    );
  }
  if (Boolean(found.MAIL_URL) !== Boolean(found.MAIL_FROM)) {
    complaints.push("MAIL_URL and MAIL_FROM belong together: set both, or none.");
  }
  if (found.MODE === "production" && oidc === 0 && !found.MAIL_URL) {
    complaints.push(
      "MODE is production, and nobody could sign in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, " +
        "or MAIL_URL and MAIL_FROM for sign-in links by mail.",
    );
  }
  if (found.MODE === "production" && !found.AUTH_URL) {
    complaints.push(`AUTH_URL is not set; in production it has to be ${settings.AUTH_URL.right}.`);
  }
  if (found.MODE === "demo" && !isLoopback(found.HOST) && found.DEMO_EXPOSED !== "yes") {
    complaints.push(
      `HOST is ${found.HOST}, and in demo mode anybody who reaches the portal can sign in as anybody. ` +
        "It has to be localhost; if you do want others to reach the demo, set DEMO_EXPOSED=yes.",
    );
  }
  if (found.MODE === "production" && found.DATABASE_URL && !found.AUTH_SECRET) {
    complaints.push(`AUTH_SECRET is not set; it has to be ${settings.AUTH_SECRET.right}.`);
  }
  return complaints;
}
