import { redirect } from "next/navigation";
import { backPathWithKept } from "@/lib/auth/back-path";
import { signIn } from "@/lib/auth/next-auth";
import { providerName } from "@/lib/auth/provider";
import { portalAddress } from "@/lib/portal-address";

/**
 * The way to the provider. A link, not a form: a form that ends at another address is what the Content-Security-Policy
 * forbids. Nothing is changed by it; the state, nonce and verifier of the way back are in this browser's cookies.
 */
export async function GET(request: Request): Promise<Response> {
  const search = new URL(request.url).searchParams;
  const back = backPathWithKept(search.get("back"), search.get("kept") ?? undefined);
  if (!providerName()) redirect("/sign-in");
  const address = String(await signIn("oidc", { redirectTo: back, redirect: false }));
  // A provider that does not answer makes next-auth lead back to its error page instead.
  const isAway = new URL(address, portalAddress()).origin !== portalAddress().origin;
  const location = isAway ? address : `/sign-in?${new URLSearchParams({ error: "provider", back })}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
