import { Topline } from "@/components/shell/Topline";
import { ButtonLink } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";

/** A team page before there is a quota: what to do next, for those who may. */
export function TeamWithout({ mayImport, mayManage }: { mayImport: boolean; mayManage: boolean }) {
  return (
    <>
      <Topline title="Team" />
      <section className="sec" aria-label="No quotas yet">
        <h1 className="state">Nobody has a quota for this period yet.</h1>
        <EmptyState
          actions={
            <>
              {mayManage && (
                <ButtonLink href="/people" look="primary">
                  Set quotas
                </ButtonLink>
              )}
              {mayImport && <ButtonLink href="/data/import">Bring your history</ButtonLink>}
            </>
          }
        >
          With people, their quotas and some history, this page says whether you will make it and who needs
          you.
        </EmptyState>
      </section>
    </>
  );
}
