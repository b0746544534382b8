import { openApi } from "@/lib/api/openapi";
import { operations } from "@/lib/api/registry";
import { portalAddress } from "@/lib/portal-address";
import { taggedAnswer } from "@/lib/problem-answer";

let made: Record<string, unknown> | undefined;

/** The description of the API for programs; public, and the same for everybody. */
export function GET(request: Request): Response {
  made ??= openApi(operations, portalAddress().origin);
  return taggedAnswer(request, made);
}
