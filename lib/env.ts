import { type Settings, settings } from "./settings";

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
