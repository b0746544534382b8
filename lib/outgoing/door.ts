import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { env } from "../env";
import { type Allowed, isNamed, mayReach, readAllowed } from "./allowed";

/** What decides whether a request may leave. */
export interface Door {
  allowed: Allowed;
  /** Without encryption also to hosts that `allowed` does not name. */
  plain: boolean;
  /** Asks for all addresses of a name. */
  lookup: typeof systemLookup;
}

/** The door as the settings make it. */
export function ownDoor(): Door {
  const allowed = readAllowed(env().OUTGOING_ALLOWED);
  if (!allowed) throw new Error("OUTGOING_ALLOWED was not checked"); // env() did
  return { allowed, plain: env().OUTGOING_HTTP === "yes", lookup: systemLookup };
}

/** A name that has only addresses which nobody may reach from here. */
export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
}

/**
 * The lookup of one connection. It is what the socket itself asks, so that the address that was checked is the address
 * that is connected to: a name that answers otherwise a moment later (DNS rebinding) changes nothing.
 */
export function guardedLookup(door: Door, url: URL): LookupFunction {
  return (hostname, options, callback) => {
    door.lookup(hostname, { ...options, all: true }, (failure, found) => {
      if (failure) return callback(failure, "");
      const open = found.filter(
        ({ address }) => isNamed(door.allowed, url) || mayReach(door.allowed, address),
      );
      const [first] = open;
      if (!first) callback(new PrivateAddress(hostname), "");
      else if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}
