import { type Day, formatDayWithYear } from "@/lib/format/day";

export type DealSummaryProps = {
  deal: {
    name: string;
    personName: string;
    accountName: string | null;
    productName: string | null;
    status: "open" | "won" | "lost";
    createdOn: Day;
    expectedCloseOn: Day | null;
    wonOn: Day | null;
    lostOn: Day | null;
  };
  stage: string | null;
  /** As it is read: "$52,000", or that it is not known. */
  value: string;
  locale: string;
};

/** What is known of a record, for those who may only look as well. */
export function DealSummary({ deal, stage, value, locale }: DealSummaryProps) {
  const day = (on: Day | null) => (on === null ? null : formatDayWithYear(on, locale));
  const facts: [name: string, text: string | null][] = [
    ["Person", deal.personName],
    ["Account", deal.accountName],
    ["Product", deal.productName],
    ["Value", value],
    ["Stage", stage ?? "not known"],
    ["Created", day(deal.createdOn)],
    ["Expected close", deal.status === "open" ? day(deal.expectedCloseOn) : null],
    ["Won", deal.status === "won" ? (day(deal.wonOn) ?? "on a day that is not known") : null],
    ["Lost", deal.status === "lost" ? (day(deal.lostOn) ?? "on a day that is not known") : null],
  ];
  return (
    <>
      <h1 className="state">{deal.name}</h1>
      <dl className="facts">
        {facts.map(
          ([name, text]) =>
            text !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}
