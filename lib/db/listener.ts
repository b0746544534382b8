import { type Held, holdConnection } from "./held-connection";

export type Listening = Held;

interface Listener {
  onNotice(payload: string): void;
  /** The connection stands, for the first time or again: what was said meanwhile has to be read. */
  onConnected(): void;
}

/** Listens on a channel of the database, as long as the process lives. */
export function listenTo(channel: string, listener: Listener): Listening {
  return holdConnection(async (client) => {
    client.on("notification", ({ payload }) => listener.onNotice(payload ?? ""));
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    listener.onConnected();
  });
}
