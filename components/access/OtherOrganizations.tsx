import { Button } from "@/components/ui/Button";
import { Section } from "@/components/ui/Section";

/** Somebody in several organizations goes on in another one; nothing of this one is seen there. */
export function OtherOrganizations({
  organizations,
}: {
  organizations: readonly { id: string; name: string }[];
}) {
  if (organizations.length === 0) return null;
  return (
    <Section title="Your other organizations" id="other-organizations">
      <ul className="grid gap-3">
        {organizations.map(({ id, name }) => (
          <li key={id}>
            <form method="post" action="/api/session/organization">
              <input type="hidden" name="organizationId" value={id} />
              <Button type="submit">Go to {name}</Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
