import { problemAnswer, taggedAnswer } from "@/lib/problem-answer";
import { findRequestType, requestTypeKeys } from "@/lib/tickets/request-types/catalogue";
import { describedType } from "@/lib/tickets/request-types/described-type";

interface Context {
  params: Promise<{ key: string }>;
}

/** One type of the catalogue, with the JSON Schema of its details. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const type = findRequestType((await params).key);
  if (type) return taggedAnswer(request, describedType(type));
  const detail = `There is no such request type; there are ${requestTypeKeys.join(", ")}.`;
  return problemAnswer({ status: 404, code: "not_found", title: "Not found", detail });
}
