import type { FileQuestion, MappingFormProps } from "@/components/imports/MappingForm";
import type { ImportRecord } from "@/lib/data/imports";
import { formatCount, formatCountOf } from "@/lib/format/number";
import type { MappingView } from "@/lib/usecases/import-view";

const DELIMITERS = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" } as const;
const DATE_ORDERS = {
  iso: "year-month-day",
  "day-month": "day before month",
  "month-day": "month before day",
  ask: "open",
} as const;

/** The mapping in the words and figures of its form. */
export function mappingProps(
  record: ImportRecord,
  view: MappingView,
  locale: string,
): Omit<MappingFormProps, "action"> {
  const rowsOf = (count: number) => formatCountOf(count, { one: "row", other: "rows" }, locale);
  const lines = (list: MappingView["stages"]) =>
    list.map(({ value, count, becomes }) => ({ value, count: rowsOf(count), becomes }));
  return {
    importId: record.id,
    title: titleOf(view, locale),
    rows: record.rows,
    columns: view.columns.map(({ heading, examples, field, recognised, question }) => ({
      heading,
      examples,
      becomes: field,
      // A column nobody knows is left out: that asks for nothing.
      recognised: recognised === "answer" && question === null ? "answer" : recognised,
      ...(question === null
        ? {}
        : {
            question: {
              sentence: question.sentence,
              choices: question.choices.map((choice) => ({ value: choice.field ?? "", label: choice.label })),
            },
          }),
    })),
    fields: view.fields,
    facts: factsOf(record, view, locale),
    questions: questionsOf(view),
    stages: lines(view.stages),
    stageOptions: view.stageOptions,
    people: lines(view.people),
    personOptions: view.personOptions,
    types: lines(view.types),
    typeOptions: view.typeOptions,
    spellings: view.spellings.map(({ keep, spellings, merged }) => ({
      keep,
      merged,
      spellings: spellings.map(({ value, count }) => ({ value, count: rowsOf(count) })),
    })),
    locale,
  };
}

/** "8 of 8 columns and 3 of 4 stages are mapped; one question is left." */
function titleOf(view: MappingView, locale: string): string {
  const mapped = view.columns.filter(({ field }) => field !== "").length;
  const columns = `${formatCount(mapped, locale)} of ${formatCountOf(view.columns.length, { one: "column", other: "columns" }, locale)}`;
  const known = view.stages.filter(({ becomes }) => becomes !== "").length;
  const stages =
    view.stages.length === 0
      ? ""
      : ` and ${formatCount(known, locale)} of ${formatCountOf(view.stages.length, { one: "stage", other: "stages" }, locale)}`;
  const left =
    view.open.blocking.length +
    view.columns.filter(({ question }) => question !== null).length +
    [...view.stages, ...view.types].filter(({ becomes }) => becomes === "").length;
  const questions =
    left === 0
      ? "no question is left"
      : left === 1
        ? "one question is left"
        : `${formatCount(left, locale)} questions are left`;
  return `${columns}${stages} are mapped; ${questions}.`;
}

function factsOf(record: ImportRecord, view: MappingView, locale: string) {
  const { facts, knownPeople } = view;
  return [
    { name: "Source", text: view.label },
    { name: "Rows", text: `${formatCount(record.rows, locale)}, as many as were sent` },
    { name: "Text", text: `${facts.encoding}, ${DELIMITERS[facts.delimiter]}` },
    { name: "Dates", text: DATE_ORDERS[view.answers.dateOrder] },
    { name: "Zone", text: view.zone },
    { name: "Currency", text: view.answers.currency },
    {
      name: "People",
      text: `${formatCount(knownPeople.known, locale)} of ${formatCount(knownPeople.all, locale)} known`,
    },
  ];
}

function questionsOf(view: MappingView): FileQuestion[] {
  const questions: FileQuestion[] = [];
  if (view.funnels.length > 0 && view.kind !== "people with quotas") {
    questions.push({
      name: "funnel",
      label: "Goes into",
      options: view.funnels,
      answer: view.funnel,
      hint: "Another funnel has other steps: preview once, and look at the stages again.",
    });
  } else if (view.funnels.length > 1) {
    questions.push({
      name: "funnel",
      label: "Funnel of quotas that name none",
      options: view.funnels,
      answer: view.funnel,
    });
  }
  if (view.answers.dateOrder !== "iso") {
    const { dateOrder } = view.answers;
    questions.push({
      name: "dateOrder",
      label: "03/04/2026 is",
      options: [
        ...(dateOrder === "ask" ? [{ value: "", label: "choose" }] : []),
        { value: "day-month", label: "3 April" },
        { value: "month-day", label: "4 March" },
      ],
      answer: dateOrder === "ask" ? "" : dateOrder,
    });
  }
  if (view.answers.decimal !== "point") {
    const { decimal } = view.answers;
    questions.push({
      name: "decimal",
      label: "1,234 is",
      options: [
        ...(decimal === "ask" ? [{ value: "", label: "choose" }] : []),
        { value: "point", label: "one thousand two hundred thirty-four" },
        { value: "comma", label: "one and 234 thousandths" },
      ],
      answer: decimal === "ask" ? "" : decimal,
    });
  }
  if (view.currencies.length > 1) {
    const options = view.currencies.map((currency) => ({ value: currency, label: currency }));
    questions.push({ name: "currency", label: "Amounts are in", options, answer: view.answers.currency });
  }
  return questions;
}
