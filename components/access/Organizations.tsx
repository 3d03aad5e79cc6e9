import { Button } from "@/components/ui/Button";

/** The organizations of one login. Going on in another one is a plain form, so it works everywhere. */
export function Organizations({
  organizations,
  current,
}: {
  organizations: readonly { organizationId: string; name: string }[];
  current: string;
}) {
  return (
    <ul className="organizations">
      {organizations.map(({ organizationId, name }) => (
        <li key={organizationId}>
          <span>{name}</span>
          {organizationId === current ? (
            <span className="small text-ink-3">You are here</span>
          ) : (
            <form method="post" action="/api/session/organization">
              <input type="hidden" name="organizationId" value={organizationId} />
              <Button type="submit" look="quiet" aria-label={`Go on in ${name}`}>
                Go on here
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
