import { createHash } from "node:crypto";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import type { z } from "zod";
import {
  DamagedBackup,
  type Header,
  headerName,
  headerSchema,
  longestPart,
  type Manifest,
  manifestName,
  manifestSchema,
} from "./archive";

export interface Part {
  name: string;
  bytes: Buffer;
}

/**
 * The parts of an archive, one at a time. Throws `DamagedBackup` with the place where it cannot be read any further; what it
 * gave before may be wrong too, until `Ledger.settle` has compared it with the manifest.
 */
export async function* readParts(source: Readable): AsyncGenerator<Part> {
  const archive = extract();
  let failure: Error | null | undefined;
  pipeline(source, createGunzip(), archive, (error) => {
    failure ??= error;
  });
  let last = "";
  try {
    for await (const entry of archive) {
      const { name, size = 0 } = entry.header;
      if (size > longestPart) throw new DamagedBackup(`at ${name}`, "a part cannot be that large");
      last = name;
      const chunks: Buffer[] = [];
      for await (const chunk of entry as AsyncIterable<Buffer>) chunks.push(chunk); // no encoding is set
      yield { name, bytes: Buffer.concat(chunks) };
    }
  } catch (error) {
    if (error instanceof DamagedBackup) throw error;
    const reason = failure ?? error;
    const where = last ? `in or after ${last}` : "at its beginning";
    throw new DamagedBackup(where, reason instanceof Error ? reason.message : String(reason));
  } finally {
    source.destroy();
  }
}

/** What was read, to be compared with what was written. */
export class Ledger {
  private readonly read: Manifest["parts"] = [];

  note({ name, bytes }: Part): void {
    this.read.push({ name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  }

  /** Throws where a part is missing, is another one, or was never written. */
  settle({ parts }: Manifest): void {
    for (const [place, wanted] of parts.entries()) {
      const found = this.read[place];
      if (found?.name !== wanted.name) throw new DamagedBackup(`at ${wanted.name}`, "it is missing");
      if (found.sha256 !== wanted.sha256)
        throw new DamagedBackup(`in ${wanted.name}`, "its content is not what was written");
    }
    const more = this.read[parts.length];
    if (more) throw new DamagedBackup(`at ${more.name}`, "it was not written by the portal");
  }
}

export function headerIn(part: Part | undefined): Header {
  if (part?.name !== headerName)
    throw new DamagedBackup(
      "at its beginning",
      `it does not begin with ${headerName}: it is no backup of a portal`,
    );
  return parsed(part, headerSchema);
}

export function manifestIn(part: Part): Manifest | undefined {
  return part.name === manifestName ? parsed(part, manifestSchema) : undefined;
}

function parsed<Schema extends z.ZodType>({ name, bytes }: Part, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(bytes.toString()));
  } catch {
    throw new DamagedBackup(
      `in ${name}`,
      "it is not what the portal writes there, or a later release wrote it",
    );
  }
}
