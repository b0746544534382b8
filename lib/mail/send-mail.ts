import nodemailer from "nodemailer";
import { env } from "../env";

export interface Mail {
  to: string;
  subject: string;
  /** Plain text: every program shows it as it is. */
  text: string;
}

/** Sends one mail, as the worker's job: a failure throws, and the job is tried again. Does nothing without MAIL_URL. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { MAIL_URL, MAIL_FROM } = env();
  if (!MAIL_URL) return;
  const transport = nodemailer.createTransport(MAIL_URL, {
    from: MAIL_FROM,
    headers: { "Auto-Submitted": "auto-generated" },
  });
  try {
    await transport.sendMail({ to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}
