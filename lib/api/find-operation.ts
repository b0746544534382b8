import type { Operation } from "./operation";

export interface Matched {
  operation: Operation;
  /** What stands in the path where its parameters do. */
  parameters: Record<string, string>;
}

/** Operations whose path this is, one for each method; of two that fit, the one with fewer parameters. */
export function findOperations(
  operations: readonly Operation[],
  segments: readonly string[],
): Map<string, Matched> {
  const found = new Map<string, Matched>();
  for (const operation of operations) {
    const parameters = matched(operation.path.slice(1).split("/"), segments);
    const before = found.get(operation.method);
    if (parameters && (!before || sizeOf(parameters) < sizeOf(before.parameters)))
      found.set(operation.method, { operation, parameters });
  }
  return found;
}

function matched(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [place, part] of pattern.entries()) {
    const segment = segments[place] ?? "";
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (name) parameters[name] = segment;
    else if (part !== segment) return undefined;
  }
  return parameters;
}

function sizeOf(parameters: Record<string, string>): number {
  return Object.keys(parameters).length;
}
