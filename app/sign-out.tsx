import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/auth/next-auth";

export function SignOut() {
  return (
    <form
      action={async () => {
        "use server";
        await signOut({ redirectTo: "/" });
      }}
    >
      <Button type="submit" variant="quiet" size="small">
        Sign out
      </Button>
    </form>
  );
}
