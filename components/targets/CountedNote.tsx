import { Note } from "@/components/ui/Note";

/** After a press without JavaScript: it is counted, and can be taken back. With JavaScript a toast says so. */
export function CountedNote({
  counted,
  problem,
}: {
  counted: string | undefined;
  problem: string | undefined;
}) {
  if (problem) {
    return (
      <Note tone="behind">
        That count could not be stored, and nothing was changed. Please press again; if it stays so, sign in
        anew.
      </Note>
    );
  }
  if (!counted) return null;
  return (
    <form method="post" action="/api/log" className="counted" role="status">
      <input type="hidden" name="undo" value={counted} />
      <input type="hidden" name="next" value="/today" />
      <span>Counted.</span>{" "}
      <button type="submit" className="why">
        Undo
      </button>
    </form>
  );
}
