import type { Cast } from "../../factories/cast";

/** Makes a thing for the first who asks, and gives it to all others: for what nobody uses up. */
export function once<T>(make: (cast: Cast) => Promise<T>): (cast: Cast) => Promise<T> {
  const made = new WeakMap<Cast, Promise<T>>();
  return (cast) => {
    const there = made.get(cast) ?? make(cast);
    made.set(cast, there);
    return there;
  };
}
