import type { Server } from "node:http";
import type { Socket } from "node:net";
import { isLoopback } from "../env";
import { countedAs } from "./client-address";

/** Closes what comes from an address that holds so many connections already. This machine, and 0, have no limit. */
export function limitConnections(server: Server, most: number): void {
  const held = new Map<string, number>();
  server.on("connection", (socket: Socket) => {
    const address = countedAs(socket.remoteAddress ?? "unknown");
    if (most === 0 || isLoopback(address) || address === "0:0:0:0::/64") return;
    const count = (held.get(address) ?? 0) + 1;
    if (count > most) return socket.destroy();
    held.set(address, count);
    socket.once("close", () => {
      const left = (held.get(address) ?? 1) - 1;
      if (left > 0) held.set(address, left);
      else held.delete(address);
    });
  });
}
