import { taggedAnswer } from "@/lib/problem-answer";
import { requestTypes } from "@/lib/tickets/request-types/catalogue";
import { listedType } from "@/lib/tickets/request-types/described-type";

/** The request catalogue. Public, and the same for everybody. */
export function GET(request: Request): Response {
  return taggedAnswer(request, { items: requestTypes.map(listedType), nextCursor: null });
}
