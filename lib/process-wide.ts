/**
 * What there is once in a process. The server's own code and Next's bundle each load this portal's modules, and in
 * development a reloaded module begins anew: so it lives on globalThis, made by whoever asks first.
 */
export function processWide<Held>(name: string, make: () => Held): Held {
  const key = Symbol.for(`streamboard.${name}`);
  const shared = globalThis as { [key]?: Held }; // globalThis takes whatever is put there
  shared[key] ??= make();
  return shared[key];
}
