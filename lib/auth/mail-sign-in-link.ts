import { env } from "../env";
import { sendMail } from "../mail/send-mail";
import { portalAddress } from "../portal-address";
import { makeSignInLink } from "./sign-in-links";

/** The worker's part of a sign-in by mail. A job that runs twice sends a second link that works as well. */
export async function mailSignInLink(personId: number, back: string): Promise<void> {
  const link = await makeSignInLink(personId, back);
  if (!link) return;
  const address = new URL("/sign-in/link", portalAddress());
  address.searchParams.set("token", link.token);
  const minutes = env().SIGN_IN_LINK_MINUTES;
  await sendMail({
    to: link.to,
    subject: "Your link to sign in",
    text: [
      `Hello ${link.name},`,
      `this link signs you in at ${portalAddress().host}, once, within ${minutes} minutes:`,
      address.href,
      "If you did not ask for it, somebody typed your address; nothing happens unless the link is used.",
    ].join("\n\n"),
  });
}
