import { FormMessage } from "@/components/forms/FormMessage";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/TextField";
import { type SignInProblem, signInProblems } from "@/lib/forms/sign-in";

export type SignInFormProps = {
  /** The route the form posts to; a plain POST, so that it works without JavaScript. */
  action: string;
  /** Where to go afterwards, a path of ours. */
  next?: string;
  problem?: SignInProblem;
  email?: string;
  forgottenHref: string;
  /** Set-up of a new organization; absent once there is one and no more are taken. */
  welcomeHref?: string;
};

export function SignInForm({ action, next, problem, email, forgottenHref, welcomeHref }: SignInFormProps) {
  return (
    <form method="post" action={action} className="entry-fields">
      <h1>Sign in</h1>
      {problem && <FormMessage sentence={signInProblems[problem]} />}
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="username"
        defaultValue={email ?? ""}
        required
      />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        beside={
          <a className="why" href={forgottenHref}>
            forgotten?
          </a>
        }
      />
      <Button type="submit" look="primary" big>
        Sign in
      </Button>
      <p className="small text-ink-3">
        New here? Ask whoever runs Backsolve in your organization for an invitation
        {welcomeHref && (
          <>
            , or{" "}
            <a className="why" href={welcomeHref}>
              set up a new one
            </a>
          </>
        )}
        .
      </p>
    </form>
  );
}
