import { now } from "../../clock";
import { db, pool } from "../../db/client";
import { log } from "../../log";
import { type Verified, verifyChain } from "../chain/verify";

/**
 * Goes through the chain, writes down what was found, and says the newest hash to the log: whoever keeps the log
 * elsewhere has a witness that whoever rules the database cannot change.
 */
export async function checkChain(): Promise<Verified> {
  const client = await pool.connect();
  try {
    const verified = await verifyChain(client);
    const { seals, rows, head, broken } = verified;
    await db.chainCheck.create({
      data: { at: now(), seals, rows, brokenAt: broken?.seal ?? null, complaint: broken?.sentence ?? null },
    });
    if (broken) log.error({ seal: broken.seal, complaint: broken.sentence }, "the chain of events is broken");
    else log.info({ seals, rows, seal: head?.id, hash: head?.hash }, "the chain of events holds");
    return verified;
  } finally {
    client.release();
  }
}
