import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Table } from "@/components/ui/Table";
import { type Amount, formatAmount } from "@/lib/format/amount";
import { type Day, formatDayWithYear } from "@/lib/format/day";
import { formatCount } from "@/lib/format/number";

export type DealLine = {
  id: string;
  href: string;
  name: string;
  person: string;
  account: string | null;
  stage: string | null;
  status: "open" | "won" | "lost";
  value: Amount | null;
  createdOn: Day;
  closedOn: Day | null;
};

export type DealsTableProps = {
  deals: DealLine[];
  total: number;
  /** Where the first of these stands in all of them, from 0. */
  offset: number;
  previousHref: string | null;
  nextHref: string | null;
  csvHref?: string;
  importHref?: string;
  locale: string;
};

/** The records behind the figures, newest first, a page at a time. */
export function DealsTable(props: DealsTableProps) {
  const { deals, total, offset, locale } = props;
  if (deals.length === 0) {
    return (
      <EmptyState
        actions={
          props.importHref && (
            <ButtonLink href={props.importHref} look="primary">
              Import a file
            </ButtonLink>
          )
        }
      >
        No records match. Change the filters, or bring your history.
      </EmptyState>
    );
  }
  return (
    <>
      <Table
        caption="Records"
        look="mid"
        minWidth={640}
        columns={[
          { key: "name", label: "Record" },
          { key: "person", label: "Person" },
          { key: "stage", label: "Stage" },
          { key: "value", label: "Value", fig: true },
          { key: "created", label: "Created", fig: true },
          { key: "closed", label: "Closed", fig: true },
        ]}
        rows={deals.map((deal) => ({
          key: deal.id,
          className: "to-open",
          cells: {
            name: <DealName deal={deal} />,
            person: deal.person,
            stage: <DealStage deal={deal} />,
            value: deal.value ? (
              formatAmount(deal.value, locale)
            ) : (
              <span className="text-ink-3">not known</span>
            ),
            created: formatDayWithYear(deal.createdOn, locale),
            closed: deal.closedOn ? formatDayWithYear(deal.closedOn, locale) : "",
          },
        }))}
      />
      <nav className="pager" aria-label="Pages of records">
        <p>
          {formatCount(offset + 1, locale)} to {formatCount(offset + deals.length, locale)} of{" "}
          {formatCount(total, locale)}
        </p>
        <span>
          {props.csvHref && <PagerLink href={props.csvHref}>CSV</PagerLink>}
          {props.previousHref && <PagerLink href={props.previousHref}>newer</PagerLink>}
          {props.nextHref && <PagerLink href={props.nextHref}>older</PagerLink>}
        </span>
      </nav>
    </>
  );
}

function DealName({ deal }: { deal: DealLine }) {
  return (
    <>
      <a className="num" href={deal.href}>
        <b>{deal.name}</b>
      </a>
      {deal.account && <span className="text-ink-3"> · {deal.account}</span>}
    </>
  );
}

function DealStage({ deal }: { deal: DealLine }) {
  if (deal.status === "won") return <b>won</b>;
  if (deal.status === "lost")
    return <span className="text-ink-3">lost{deal.stage && ` at ${deal.stage}`}</span>;
  return deal.stage ?? "open";
}

function PagerLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="why" href={href}>
      {children}
    </a>
  );
}
