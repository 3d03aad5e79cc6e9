/** There is no mail to wait for: an admin makes the link, in their presence or by their own channel. */
export function Forgotten({ signInHref }: { signInHref: string }) {
  return (
    <div className="entry-fields">
      <h1>A new password</h1>
      <p className="read text-ink-2">
        Ask an admin of your organization. They make a link for you under People; it works once, for one hour,
        and your counts and numbers stay as they are.
      </p>
      <p>
        <a className="why" href={signInHref}>
          back to sign in
        </a>
      </p>
    </div>
  );
}
