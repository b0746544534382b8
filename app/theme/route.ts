import { isTheme } from "@/components/layout/theme";
import { backPath } from "@/lib/auth/back-path";
import { isSecure } from "@/lib/auth/session-cookie";

const aYearInSeconds = 31_536_000;

/** Keeps the reader's choice of light, dark or the system's colours in a cookie, and goes back to where they were. */
export async function POST(request: Request): Promise<Response> {
  const data = await request.formData();
  const theme = data.get("theme");
  const headers = new Headers({ Location: wayBack(data.get("back"), request.headers.get("referer")) });
  if (isTheme(theme)) {
    const age = theme === "system" ? 0 : aYearInSeconds;
    headers.append(
      "Set-Cookie",
      `theme=${theme}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly${isSecure() ? "; Secure" : ""}`,
    );
  }
  return new Response(null, { status: 303, headers });
}

/** A path of this site: of the field, or else of where the reader came from, only path and query are kept. */
function wayBack(field: FormDataEntryValue | null, referer: string | null): string {
  if (typeof field === "string" && field) return backPath(field);
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return backPath(`${pathname}${search}`);
}
