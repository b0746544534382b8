import type { IncomingMessage } from "node:http";
import type { Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** An answer is larger than the one who asked wants it. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** An answer is packed in a way that was not asked for. */
export class UnknownPacking extends Error {
  override readonly name = "UnknownPacking";
}

export const packings = "gzip, br, deflate";
const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** The body, unpacked. Counts before and after unpacking: a few packed bytes may hold gigabytes. */
export async function readAnswer(
  answer: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  const keep = async (source: AsyncIterable<Buffer>) => {
    for await (const part of source) parts.push(part);
  };
  const counted = () => countedTo(maxBytes);
  const unpack = unpackerOf(answer);
  if (unpack) await pipeline(answer, counted(), unpack, counted(), keep, { signal });
  else await pipeline(answer, counted(), keep, { signal });
  return Buffer.concat(parts);
}

function countedTo(maxBytes: number) {
  return async function* (source: Readable | AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const part of source) {
      bytes += part.length;
      if (bytes > maxBytes) throw new TooLarge();
      yield part as Buffer; // neither side of this pipe sets an encoding
    }
  };
}

function unpackerOf(answer: IncomingMessage): Duplex | undefined {
  const packing = answer.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (packing === "identity" || packing === "") return undefined;
  const unpacker = unpackers[packing];
  if (!unpacker) throw new UnknownPacking(packing);
  return unpacker();
}
