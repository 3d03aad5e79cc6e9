import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { SubmitButton } from "@/components/forms/SubmitButton";
import type { ListedPeriod, PersonInList } from "@/components/people/people-list-view";
import { QuotaCell } from "@/components/people/QuotaCell";
import { formatCount } from "@/lib/format/number";

/** What everybody owes in this period and the next: one table, one Save. Works as a plain form too. */
export function QuotaGrid({
  action,
  funnelId,
  people,
  periods,
  currency,
  locale,
}: {
  action: FormAction<unknown>;
  funnelId: string;
  people: readonly PersonInList[];
  periods: readonly ListedPeriod[];
  currency: string;
  locale: string;
}) {
  const [present, next] = periods;
  return (
    <ActionForm action={action} className="quota-form" label="Quotas">
      <input type="hidden" name="funnelId" value={funnelId} />
      <p className="read text-ink-2">
        Amounts in {currency}; {formatCount(300_000, locale)} and 300k are the same. An empty field or 0 is no
        quota. What was asked of a day already stays as it was.
      </p>
      <table className="table quota-grid mt-6">
        <caption className="sr-only">Quotas of everybody, by period</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {periods.map(({ id, label }) => (
              <th key={id} scope="col" className="fig">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, team, quotas }) => (
            <tr key={id}>
              <th scope="row">
                {name}
                {team && <span className="cap">{team}</span>}
              </th>
              {quotas.map((quota, place) => (
                <td key={quota.periodId}>
                  <QuotaCell
                    personId={id}
                    label={`${name}, ${periods[place]?.label ?? ""}`}
                    quota={quota}
                    locale={locale}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="btn-row mt-6">
        <SubmitButton pending="Saving …" name="how" value="save">
          Save quotas
        </SubmitButton>
        {present && next && (
          <SubmitButton pending="Saving …" name="how" value="copy-forward" look="quiet">
            Save, and fill what is empty in {next.label} from {present.label}
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}
