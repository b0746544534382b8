import type { z } from "zod";
import { done, notFound, type Result } from "../result";
import type { TokenScope } from "../tokens/ui-text";
import type { Actor } from "../workflow/actor";
import { type Audience, type ByMove, isForEveryone } from "./audience";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One thing that a program can do: the dispatcher, OpenAPI, the readable page and the tests all read it from here. */
export interface Operation {
  method: Method;
  /** Below /api/v1, with its parameters in braces: `/proposals/{number}/withdraw`. */
  path: string;
  summary: string;
  /** Who may do it: promised here, decided by a policy, and compared in tests/integration/permissions (docs/adr/059). */
  who: Audience | ByMove;
  /** What a token must be allowed. */
  scope: TokenScope;
  /** Everything that is sent: parameters of the path, of the query and the body, by the schema of the command itself. */
  input: z.ZodType;
  /** Where a parameter of the path has another name in `input`. */
  names: Readonly<Record<string, string>>;
  answer: z.ZodType;
  status: 200 | 201;
  /** Not with a token: a token makes no tokens. */
  inPersonOnly: boolean;
  /** The `version` that it takes is another thing's, and need not be there. */
  versionOfAnother?: true;
  /** The longest body. */
  mostBytes: number;
  /** Carried out with input that `input` has read. */
  run: (actor: Actor, input: unknown) => Promise<Result<unknown>>;
  /** Answers that are not JSON: their media type, and how they are written. */
  text?: TextOf<unknown>;
}

interface TextOf<Found> {
  mediaType: string;
  write: (found: Found) => BodyInit;
}

type Route = `${Method} /${string}`;

interface More {
  names?: Record<string, string>;
  scope?: TokenScope;
  inPersonOnly?: boolean;
  status?: 200 | 201;
  versionOfAnother?: true;
  mostBytes?: number;
}

/** A deed: one command, with the schema that its form uses too. What it makes is answered with 201. */
export function deed<Schema extends z.ZodType, Out>(
  route: Route,
  summary: string,
  who: Operation["who"],
  input: Schema,
  command: (actor: Actor, input: z.output<Schema>) => Promise<Result<Out>>,
  answer: z.ZodType,
  more: More = {},
): Operation {
  // The dispatcher gives only what this very schema has read.
  const run = (actor: Actor, given: unknown) => command(actor, given as z.output<Schema>);
  return { ...placed(route), summary, who, input, answer, ...standards("write", more), run };
}

/** Something to read: a query, which finds nothing where this reader may not see it. */
export function read<Schema extends z.ZodType, Out>(
  route: Route,
  summary: string,
  who: Audience,
  input: Schema,
  query: (actor: Actor, input: z.output<Schema>) => Promise<Out | null | undefined>,
  answer: z.ZodType,
  { text, ...more }: More & { text?: TextOf<Out> } = {},
): Operation {
  const run = async (actor: Actor, given: unknown) => {
    const found = await query(actor, given as z.output<Schema>); // as above
    return found == null ? notFound("thing") : done(found);
  };
  const plain = { ...placed(route), summary, who, input, answer, ...standards("read", more), run };
  if (!text) return plain;
  // The dispatcher gives only what this very query has found.
  return { ...plain, text: { ...text, write: (found) => text.write(found as Out) } };
}

/** Names of the parameters in a path. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
}

/** A name for programs that are made from the description: `postProposalsNumberWithdraw`. */
export function operationId({ method, path }: Pick<Operation, "method" | "path">): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** Whether only somebody who is signed in, or sent a token, can ask for it. */
export function needsPerson({ who }: Operation): boolean {
  return !isForEveryone(who);
}

/** The first word of the path: what it is about. */
export function groupOf({ path }: Pick<Operation, "path">): string {
  return path.split("/")[1] ?? "";
}

const usualBytes = 1_000_000;

function placed(route: Route): Pick<Operation, "method" | "path"> {
  const [method, path] = route.split(" ") as [Method, string]; // by its type
  return { method, path };
}

function standards(usual: TokenScope, { names = {}, scope = usual, status = 200, ...more }: More) {
  const { inPersonOnly = false, mostBytes = usualBytes, ...rest } = more;
  return { names, scope, status, inPersonOnly, mostBytes, ...rest };
}
