import { saysWho } from "./audience";
import {
  fieldNamed,
  fieldsOf,
  filledBy,
  inputOf,
  type JsonSchema,
  jsonSchemaOf,
  takesVersion,
  without,
} from "./fields";
import { groupOf, needsPerson, type Operation, operationId, parametersOf } from "./operation";

type Json = Record<string, unknown>;

/** The whole API as OpenAPI 3.1, from the very schemas that read what comes in and write what goes out. */
export function openApi(operations: readonly Operation[], server: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Streamboard",
      version: "1",
      description:
        "Everything that a person can do in the pages, under the same rules. Times are UTC in RFC 3339. Without a token you see what is public.",
    },
    servers: [{ url: `${server}/api/v1` }],
    tags: [...new Set(operations.map(groupOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A personal access token." } },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: "Why not: RFC 9457.",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

function described(operation: Operation): Json {
  const { summary, who, scope, method, status, inPersonOnly } = operation;
  const body = method === "GET" ? undefined : bodyOf(operation);
  return {
    operationId: operationId(operation),
    tags: [groupOf(operation)],
    summary,
    description: `Who may: ${saysWho(who)}. ${
      inPersonOnly
        ? "Only with a session: a token does not do this."
        : `Needs a token that may ${scope}${scope === "read" ? ", where it is not public" : ""}.`
    }`,
    security: !needsPerson(operation) ? [{}, { token: [] }] : [{ token: [] }],
    parameters: parametersFor(operation),
    ...(body && { requestBody: { content: { "application/json": { schema: body } } } }),
    responses: { [status]: answerOf(operation), default: { $ref: "#/components/responses/Problem" } },
  };
}

/** What is sent beside the path: nothing where the path says all. */
export function bodyOf(operation: Operation): JsonSchema | undefined {
  const schema = without(inputOf(operation), Object.values(filledBy(operation)));
  return fieldsOf(schema).length > 0 ? schema : undefined;
}

/** Fields of the query: whatever a reading operation takes and its path does not say. */
export function queryOf(operation: Operation): string[] {
  if (operation.method !== "GET") return [];
  return fieldsOf(inputOf(operation)).filter((name) => !Object.values(filledBy(operation)).includes(name));
}

function parametersFor(operation: Operation): Json[] {
  const schema = inputOf(operation);
  const filled = filledBy(operation);
  const inPath = parametersOf(operation.path).map((name) => ({
    name,
    in: "path",
    required: true,
    schema: fieldNamed(schema, filled[name] ?? name) ?? {},
  }));
  const inQuery = queryOf(operation).map((name) => ({
    name,
    in: "query",
    required: (schema.required ?? []).includes(name),
    schema: fieldNamed(schema, name) ?? {},
  }));
  return [...inPath, ...inQuery, ...headersFor(operation)];
}

function headersFor(operation: Operation): Json[] {
  const text = { type: "string" };
  const match = {
    name: "If-Match",
    in: "header",
    schema: text,
    description: "The ETag that came with what is changed; or version in the body.",
  };
  const key = {
    name: "Idempotency-Key",
    in: "header",
    schema: text,
    description: "Sent again under the same key, it has one effect.",
  };
  return [...(takesVersion(operation) ? [match] : []), ...(operation.method === "POST" ? [key] : [])];
}

function answerOf({ answer, text }: Operation): Json {
  const content = text
    ? { [text.mediaType.replace(/;.*/, "")]: { schema: { type: "string" } } }
    : { "application/json": { schema: jsonSchemaOf(answer, "output") } };
  return { description: "Done.", content };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "The sentence that the page would show." },
    code: { type: "string", description: "The name of the rule." },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "message"],
        properties: { path: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};
