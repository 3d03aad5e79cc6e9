import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";

/** What is still missing before anybody can have a quota, and where to get it. */
export function WithoutQuotas({ people, hasFunnel }: { people: number; hasFunnel: boolean }) {
  return (
    <div className="mt-6">
      <EmptyState actions={<ButtonLink href="/data">Bring a file</ButtonLink>}>
        {people === 0
          ? "Add people below, one by one, or bring a file: people with quotas, or deals, whose owners become people."
          : hasFunnel
            ? "There is no period to set a quota for yet."
            : "A quota belongs to a funnel, the steps from outreach to a win. A file of deals brings its funnel along."}
      </EmptyState>
    </div>
  );
}
