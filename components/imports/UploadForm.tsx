import { Button } from "@/components/ui/Button";
import { SelectField, type SelectOption } from "@/components/ui/SelectField";

export type UploadFormProps = {
  /** A route, not an action: files may be larger than an action takes. */
  action: string;
  /** "told from its columns" first. */
  kinds: readonly SelectOption[];
  templates: readonly { label: string; href: string }[];
  problem?: string;
};

/** Brings a file. Nothing is written before its preview was seen. */
export function UploadForm({ action, kinds, templates, problem }: UploadFormProps) {
  return (
    <form method="post" action={action} encType="multipart/form-data" className="upload">
      <div className="field">
        <div className="field-label">
          <label htmlFor="field-file">A file from your CRM, as CSV</label>
        </div>
        <input
          id="field-file"
          className="in"
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,text/csv"
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? "field-file-error field-file-hint" : "field-file-hint"}
        />
        {problem && (
          <p className="field-error" id="field-file-error" role="alert">
            {problem}
          </p>
        )}
        <p className="field-hint" id="field-file-hint">
          Commas, semicolons or tabs; any usual encoding. Its columns are recognised, and you see everything
          before anything is written.
        </p>
      </div>
      <SelectField name="kind" label="What the file holds" options={kinds} />
      <Button type="submit" look="primary" big>
        Read the file
      </Button>
      {templates.length > 0 && (
        <p className="small flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-3">
          <span>No export at hand? Our own templates:</span>
          {templates.map((template) => (
            <a key={template.href} className="why inline-block py-1" href={template.href}>
              {template.label}
            </a>
          ))}
        </p>
      )}
    </form>
  );
}
