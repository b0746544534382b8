import { now } from "../../clock";
import { pool } from "../../db/client";
import { log } from "../../log";
import { type Sealing, sealSettled } from "../chain/seal";

/** Seals what happened since the last time. Where a long transaction holds it up, the next minute goes on. */
export async function sealEvents(patienceMs?: number): Promise<Sealing> {
  const client = await pool.connect();
  try {
    const sealing = await sealSettled(client, now(), patienceMs);
    if (sealing.waiting) log.debug("a transaction that is open holds up the seals");
    return sealing;
  } finally {
    client.release();
  }
}
