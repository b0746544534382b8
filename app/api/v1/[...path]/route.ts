import { answer } from "@/lib/api/answer";
import { operations } from "@/lib/api/registry";

/** Every operation of the API (lib/api/operations), whatever its method. */
async function handle(request: Request): Promise<Response> {
  return answer(request, operations);
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
