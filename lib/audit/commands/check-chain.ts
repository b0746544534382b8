import { pool } from "../../db/client";
import { log } from "../../log";
import { checkedChain, type Verified } from "../chain/verify";

/**
 * Goes through the chain, writes down what was found, and says the newest hash to the log: whoever keeps the log
 * elsewhere has a witness that whoever rules the database cannot change.
 */
export async function checkChain(): Promise<Verified> {
  const client = await pool.connect();
  try {
    const verified = await checkedChain(client);
    const { seals, rows, head, broken } = verified;
    if (broken) log.error({ seal: broken.seal, complaint: broken.sentence }, "the chain of events is broken");
    else log.info({ seals, rows, seal: head?.id, hash: head?.hash }, "the chain of events holds");
    return verified;
  } finally {
    client.release();
  }
}
