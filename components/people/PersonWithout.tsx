import { TodayWithout } from "@/components/targets/TodayWithout";
import type { PlanRefusal } from "@/lib/engine/plan-input";

/** A person's page before there is a plan: the same words as on their own Today. */
export function PersonWithout(props: {
  person: { name: string };
  period: { label: string; to: string } | null;
  reason: PlanRefusal | null;
  locale: string;
}) {
  const { person, period, reason, locale } = props;
  return (
    <>
      <p className="small text-ink-3">{person.name}</p>
      <TodayWithout
        view={
          reason === null || period === null
            ? { kind: "no-quota", period }
            : { kind: "no-plan", period, reason }
        }
        locale={locale}
      />
    </>
  );
}
