/** Where the portal is reached from outside: the setting, or where it listens (lib/server/serve.ts sets it then). */
export function portalAddress(): URL {
  return new URL(process.env.AUTH_URL ?? "http://localhost:3000");
}
