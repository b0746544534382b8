import type { Server } from "node:http";
import type { Socket } from "node:net";

/** What Node's parser says of a request that it could not read, as a status; everything else is 400. */
const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Content Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers what is no request of HTTP, or came too slowly, in one line, and hangs up. */
export function answerBadRequests(server: Server): void {
  server.on("clientError", (failure: NodeJS.ErrnoException, socket: Socket) => {
    const status = statuses[failure.code ?? ""] ?? "400 Bad Request";
    const isUnderWay = socket.bytesWritten > 0 && failure.code !== "ERR_HTTP_REQUEST_TIMEOUT";
    if (failure.code === "ECONNRESET" || !socket.writable || isUnderWay) {
      socket.destroy();
      return;
    }
    const headers = ["connection: close", "content-length: 0", "cache-control: no-store"];
    socket.end(`HTTP/1.1 ${[status, ...headers].join("\r\n")}\r\n\r\n`);
  });
}
