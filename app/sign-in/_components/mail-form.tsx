import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { sendSignInLink } from "@/lib/auth/sign-in-links";

/** Asks for a link by mail. The answer is the same whether there is such an account or not. */
export function MailForm({ back }: { back: string }) {
  return (
    <form
      className="form"
      action={async (data: FormData) => {
        "use server";
        const email = String(data.get("email") ?? "").slice(0, 300);
        if (email.includes("@")) await sendSignInLink(email, back);
        redirect(`/sign-in?${new URLSearchParams({ sent: "yes", back })}` as "/sign-in"); // typed routes know the page, not its query
      }}
    >
      <div className="field">
        <label htmlFor="email">Address of your account</label>
        <input className="input" id="email" name="email" type="email" autoComplete="email" required />
      </div>
      <div className="actions">
        <Button type="submit">Send me a link</Button>
      </div>
    </form>
  );
}
