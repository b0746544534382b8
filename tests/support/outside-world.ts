import type { LookupAddress } from "node:dns";
import { createServer, type RequestListener, type Server } from "node:http";
import { readAllowed } from "@/lib/outgoing/allowed";
import type { Door } from "@/lib/outgoing/door";
import { portOf } from "@/lib/server/listen";

/** A server of the outside world, on this machine; it counts who connected. */
export interface Outside {
  /** `127.0.0.1:40123` */
  host: string;
  port: number;
  connections(): number;
}

export interface World {
  serve(answer: RequestListener, address?: string): Promise<Outside>;
  end(): Promise<void>;
}

export function outsideWorld(): World {
  const servers: Server[] = [];
  return {
    async serve(answer, address = "127.0.0.1") {
      const server = createServer(answer);
      let connections = 0;
      server.on("connection", () => {
        connections += 1;
      });
      servers.push(server);
      await new Promise<void>((ok) => server.listen(0, address, ok));
      const port = portOf(server);
      return { host: `${address}:${port}`, port, connections: () => connections };
    },
    async end() {
      for (const server of servers.splice(0)) {
        server.closeAllConnections();
        await new Promise((ok) => server.close(ok));
      }
    },
  };
}

/** A door that lets the named ones through, and asks this for names: each question gets the next answer. */
export function doorFor(allowed: string, names: Record<string, string[]> = {}, plain = true): Door {
  const read = readAllowed(allowed);
  if (!read) throw new Error(`${allowed} is no setting`);
  const left = new Map(Object.entries(names).map(([name, addresses]) => [name, [...addresses]]));
  const lookup = (name: string, _options: object, callback: Answered) => {
    const addresses = left.get(name);
    const address = addresses && addresses.length > 1 ? addresses.shift() : addresses?.[0];
    if (address) callback(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
    else callback(Object.assign(new Error(`no ${name}`), { code: "ENOTFOUND" }), []);
  };
  return { allowed: read, plain, lookup: lookup as unknown as Door["lookup"] }; // the one form of it that is used
}

type Answered = (failure: NodeJS.ErrnoException | null, found: LookupAddress[]) => void;
