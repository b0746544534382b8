import { now } from "../../clock";
import type { Queryable } from "./canonical";
import { sealSettled } from "./seal";
import { lastSeal } from "./sealed-rows";
import { checkedChain, countUnsealed, findSeal, mostCounted, type Verified } from "./verify";

export interface Finding {
  well: boolean;
  sentence: string;
}

const patienceMs = 3_000;

/**
 * What the chain says of all that was recorded, for whoever runs the portal. Where it holds, what was not sealed yet
 * is sealed, so that the hash at the end is of everything; where it does not, nothing is written over the trace.
 */
export async function findingsOfChain(client: Queryable, head?: string): Promise<Finding[]> {
  const began = performance.now();
  const verified = await checkedChain(client);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const findings = [ofChain(verified, seconds), await ofOrigins(client)];
  if (!verified.broken) findings.push(await ofNewest(client));
  if (head) findings.push(await ofWitness(client, verified, head));
  return findings;
}

function ofChain({ seals, rows, broken, breaks }: Verified, seconds: string): Finding {
  const over = `${seals} ${seals === 1 ? "seal" : "seals"} over ${rows} events and entries of the audit`;
  if (!broken) return { well: true, sentence: `The chain holds: ${over}, gone through in ${seconds} s.` };
  const others = breaks === 1 ? "" : ` ${breaks - 1} more do not hold.`;
  return { well: false, sentence: `The chain is broken, of ${over}. ${broken.sentence}${others}` };
}

async function ofNewest(client: Queryable): Promise<Finding> {
  const { waiting } = await sealSettled(client, now(), patienceMs);
  const head = await lastSeal(client);
  if (waiting) {
    const left = await countUnsealed(client);
    return {
      well: left < mostCounted,
      sentence: `${left} events wait for their seal: a transaction that writes has been open for seconds.`,
    };
  }
  if (!head) return { well: true, sentence: "Nothing has happened yet that could be sealed." };
  return {
    well: true,
    sentence: `The newest hash, to be kept elsewhere: ${head.hash} (seal ${head.id}). Later, --head finds whether it is still in the chain.`,
  };
}

async function ofWitness(client: Queryable, { broken }: Verified, head: string): Promise<Finding> {
  const seal = await findSeal(client, head);
  if (!seal) {
    const sentence = `No seal has the hash ${head}: what it sealed was changed since, or this is the database of another time.`;
    return { well: false, sentence };
  }
  const at = `The hash ${head} is seal ${seal.id} of ${seal.at}`;
  if (broken && broken.seal <= seal.id) {
    return { well: false, sentence: `${at}, but the chain is broken before it ends there.` };
  }
  return { well: true, sentence: `${at}: all that was sealed until then is as it was.` };
}

/** Addresses are kept beside the chain, so that they can be thrown away; while they are there, their hash must fit. */
async function ofOrigins(client: Queryable): Promise<Finding> {
  const { rows } = await client.query<{ entry: number }>({
    text: `SELECT o."entryId" AS "entry" FROM "AuditOrigin" o JOIN "AuditEntry" a ON a."id" = o."entryId"
      WHERE a."origin" IS DISTINCT FROM
        encode(sha256(convert_to(concat_ws(E'\\n', o."salt", o."network", o."agent"), 'UTF8')), 'hex')
      ORDER BY o."entryId" LIMIT 1`,
  });
  const [wrong] = rows;
  if (!wrong)
    return { well: true, sentence: "The networks that are kept with the audit are those that were noted." };
  return {
    well: false,
    sentence: `The network kept with entry ${wrong.entry} of the audit is not the one that was noted.`,
  };
}
