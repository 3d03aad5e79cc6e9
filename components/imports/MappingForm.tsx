import type { ReactNode } from "react";
import { ActionForm, type FormAction } from "@/components/forms/ActionForm";
import { SubmitButton } from "@/components/forms/SubmitButton";
import { ColumnsTable, type MappedColumn } from "@/components/imports/ColumnsTable";
import { FileFacts } from "@/components/imports/FileFacts";
import { type SpellingOffer, SpellingOffers } from "@/components/imports/SpellingOffers";
import { type MappedValue, ValuesTable } from "@/components/imports/ValuesTable";
import { Fold } from "@/components/ui/Fold";
import { SelectField, type SelectOption } from "@/components/ui/SelectField";
import { formatCount } from "@/lib/format/number";

/** A question about the whole file: the order of day and month, the decimal sign, the funnel. */
export type FileQuestion = {
  name: string;
  label: string;
  options: readonly SelectOption[];
  answer: string;
  hint?: string;
};

export type MappingFormProps = {
  action: FormAction<unknown>;
  importId: string;
  /** "11 of 12 columns and 5 of 6 stages are mapped; two questions are left." */
  title: string;
  rows: number;
  columns: MappedColumn[];
  fields: readonly SelectOption[];
  facts: readonly { name: string; text: string }[];
  questions: FileQuestion[];
  stages: MappedValue[];
  stageOptions: readonly SelectOption[];
  people: MappedValue[];
  personOptions: readonly SelectOption[];
  types: MappedValue[];
  typeOptions: readonly SelectOption[];
  spellings: SpellingOffer[];
  locale: string;
};

/** What the file's words mean here. One form: it can be saved half answered and taken up again. */
export function MappingForm(props: MappingFormProps) {
  const { stages, people, types, spellings } = props;
  return (
    <ActionForm action={props.action} label="Mapping">
      <input type="hidden" name="importId" value={props.importId} />
      <h1>{props.title}</h1>
      <p className="read mt-2 text-ink-2">
        Nothing is written yet. The mapping is remembered for the next file from this source.
      </p>
      <div className="mapping-page">
        <div>
          <ColumnsTable columns={props.columns} options={props.fields} />
        </div>
        <aside aria-label="File, stages and people">
          <Block title="What the file is">
            <FileFacts facts={props.facts} />
            {props.questions.map((question) => (
              <div key={question.name} className="mt-4">
                <SelectField
                  name={question.name}
                  label={question.label}
                  options={question.options}
                  defaultValue={question.answer}
                  {...(question.hint ? { hint: question.hint } : {})}
                />
              </div>
            ))}
          </Block>
          {stages.length > 0 && (
            <Block title="Stages">
              <ValuesTable name="stage" caption="Stages" values={stages} options={props.stageOptions} />
            </Block>
          )}
          {people.length > 0 && (
            <Block title="People">
              <ManyFolded count={people.length} noun="names" locale={props.locale}>
                <ValuesTable name="person" caption="People" values={people} options={props.personOptions} />
              </ManyFolded>
            </Block>
          )}
          {types.length > 0 && (
            <Block title="Activity types">
              <ValuesTable name="type" caption="Activity types" values={types} options={props.typeOptions} />
            </Block>
          )}
          {spellings.length > 0 && (
            <Block title="Probably one product">
              <SpellingOffers offers={spellings} />
            </Block>
          )}
          <div className="btn-row mt-6">
            <SubmitButton name="next" value="preview" pending="Reading …">
              Preview {formatCount(props.rows, props.locale)} rows
            </SubmitButton>
            <SubmitButton name="next" value="save" look="quiet">
              Save for later
            </SubmitButton>
          </div>
          <p className="small mt-2 text-ink-3">
            An open question keeps its rows waiting; nothing goes elsewhere silently.
          </p>
        </aside>
      </div>
    </ActionForm>
  );
}

/** A long list would push the way on out of sight; folded, its answers are sent all the same. */
function ManyFolded(props: { count: number; noun: string; locale: string; children: ReactNode }) {
  if (props.count <= LINES_IN_VIEW) return props.children;
  return (
    <Fold summary={<span>{`${formatCount(props.count, props.locale)} ${props.noun} are new here`}</span>}>
      {props.children}
    </Fold>
  );
}

const LINES_IN_VIEW = 8;

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mapping-block">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
