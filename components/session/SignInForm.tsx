import { FormMessage } from "@/components/forms/FormMessage";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/TextField";

export type SignInFormProps = {
  /** What was typed before it was refused. */
  email: string;
  /** Where to go afterwards, a path of ours. */
  next: string | null;
  /** Why the last try did not work. */
  problem: string | null;
};

/** A plain POST to our own route, so that signing in works without JavaScript. */
export function SignInForm({ email, next, problem }: SignInFormProps) {
  return (
    <form method="post" action="/api/session" className="entry-fields">
      <h1>Sign in</h1>
      {problem && <FormMessage sentence={problem} />}
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        defaultValue={email}
        required
      />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
      <Button type="submit" look="primary" big>
        Sign in
      </Button>
      <details className="entry-help">
        <summary className="why">Password forgotten, or new here?</summary>
        <p className="small mt-2 text-ink-3">
          Ask an admin of your organization: they make a link for you that works once. Nothing of yours is
          lost meanwhile.
        </p>
      </details>
    </form>
  );
}
