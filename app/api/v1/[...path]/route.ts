import { answer } from "@/lib/api/answer";
import { operations } from "@/lib/api/registry";

interface Context {
  params: Promise<{ path: string[] }>;
}

/** Every operation of the API (lib/api/operations), whatever its method. */
async function handle(request: Request, { params }: Context): Promise<Response> {
  return answer(request, (await params).path, operations);
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
