import { createServer, type Server } from "node:http";
import type { Settings } from "../settings";

/** Throws a sentence where the port cannot be had: asked before anything slow. */
export async function refuseTakenPort(settings: Settings): Promise<void> {
  const probe = createServer();
  await listen(probe, settings);
  await new Promise((ok) => probe.close(ok));
}

/** Listens where the settings say. Throws a sentence where it cannot. */
export function listen(server: Server, { HOST, PORT }: Settings): Promise<void> {
  // Which of its two addresses a machine means by localhost differs; every browser tries this one.
  const host = HOST === "localhost" ? "127.0.0.1" : HOST;
  return new Promise((ok, fail) => {
    const refuse = (error: NodeJS.ErrnoException) => fail(sentenceOf(error, HOST, PORT));
    server.once("error", refuse);
    server.listen({ port: PORT, host }, () => {
      server.off("error", refuse);
      ok();
    });
  });
}

export function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

function sentenceOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken: another program listens there. End it, or set PORT to another one (PORT=3001 npm start).`,
    EACCES: `This account may not listen on port ${port}. Set PORT to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one of its own.`,
    ENOTFOUND: `Nobody knows a host ${host}. Set HOST to a name or address of this machine.`,
  };
  return new Error(
    sentences[error.code ?? ""] ?? `The portal cannot listen on ${host}:${port}: ${error.message}`,
  );
}
