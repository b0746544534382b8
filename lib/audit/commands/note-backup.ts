import { log } from "../../log";
import { noteAlone } from "./note-alone";
import { sealEvents } from "./seal-events";

/** So that a backup holds seals over all that is in it. One is good without the last minute's too. */
export async function sealBeforeBackup(): Promise<void> {
  await sealEvents().catch((failure) => log.warn({ failure }, "the backup is written without new seals"));
}

interface BackupDeed {
  type: "backup.made" | "backup.restored";
  rows: number;
  /** When the backup was written that was restored. */
  takenAt?: string;
}

/** Notes in the audit that all was taken along, or replaced. The file is written by then, or the database restored. */
export async function noteBackup({ type, rows, takenAt }: BackupDeed): Promise<void> {
  const data = { rows, ...(takenAt && { takenAt }) };
  const by = { personId: null, part: "the command line" };
  await noteAlone(by, { type, subject: "backup", data }).catch((failure) =>
    log.warn({ failure, type }, "it is done, and could not be noted in the audit"),
  );
}
