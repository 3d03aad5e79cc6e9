"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, startTransition, useOptimistic } from "react";
import { Dominos } from "@/components/targets/Dominos";
import { postLog } from "@/components/targets/post-log";
import { showToast } from "@/components/ui/Toaster";
import { formatCount, formatUpTo } from "@/lib/format/number";
import { formatRange } from "@/lib/format/range";

/** One `+` button: a real form to the log route, with everything the route needs in hidden fields. */
export type LogButton = {
  key: string;
  /** "call", "e-mail"; the row's own counter is plain "1". */
  label: string;
  /** What a screen reader hears: "Count one call". */
  spoken: string;
  /** How many of these were counted today; left out on a row with one button. */
  count?: number;
  fields: Record<string, string>;
};

export type ProgressRowProps = {
  name: string;
  done: number;
  /** What the day asks; with `askedUpTo` it is the near end of a range (learning). */
  asked: number;
  askedUpTo?: number;
  /** How many of the asked are the push. */
  push?: number;
  /** "worth 3.3 of 6 conversations". */
  worth?: { value: number; of: number; noun: string };
  buttons: LogButton[];
  locale: string;
};

type Counted = { done: number; counts: Record<string, number> };

/**
 * One thing counted today. The forms post to /api/log and work before JavaScript has loaded; with it a press counts
 * at once, says so with an Undo, and the server's figure follows.
 */
export function ProgressRow(props: ProgressRowProps) {
  const { name, asked, askedUpTo, buttons, locale } = props;
  const router = useRouter();
  const counts = Object.fromEntries(buttons.map((button) => [button.key, button.count ?? 0]));
  const [counted, count] = useOptimistic<Counted, { key: string; by: number }>(
    { done: props.done, counts },
    (now, { key, by }) => ({
      done: now.done + by,
      counts: { ...now.counts, [key]: (now.counts[key] ?? 0) + by },
    }),
  );

  function send(event: FormEvent<HTMLFormElement>, button: LogButton) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      count({ key: button.key, by: 1 });
      const answer = await postLog(form);
      if (!answer.ok) {
        showToast(answer.sentence);
        return;
      }
      const shown = `${name}: ${formatCount(counted.done + 1, locale)} counted`;
      showToast(shown, () => undo(button.key, answer.id));
      startTransition(() => router.refresh());
    });
  }

  function undo(key: string, id: string) {
    startTransition(async () => {
      count({ key, by: -1 });
      const form = new FormData();
      form.set("undo", id);
      const answer = await postLog(form);
      if (!answer.ok) showToast(answer.sentence);
      startTransition(() => router.refresh());
    });
  }

  const isDone = counted.done >= (askedUpTo ?? asked);
  const one = buttons.length <= 1;
  return (
    <div className={`prow${one ? " is-one" : ""}`}>
      <span className="name">{name}</span>
      <span className="count">
        <b>{formatCount(counted.done, locale)}</b> of {formatRange(asked, askedUpTo ?? asked, locale)}
      </span>
      <span className="row-doms">
        <Dominos
          done={counted.done}
          asked={asked}
          {...(askedUpTo === undefined ? {} : { upTo: askedUpTo })}
          {...(props.push === undefined ? {} : { push: props.push })}
        />
        {props.worth && (
          <span className="worth">
            worth <b>{formatUpTo(props.worth.value, 1, locale)}</b> of {formatUpTo(props.worth.of, 1, locale)}{" "}
            {props.worth.noun}
          </span>
        )}
      </span>
      {one && isDone && asked > 0 ? (
        <DoneOrMore button={buttons[0]} onSend={send} />
      ) : (
        <span className="plus">
          {buttons.map((button) => (
            <LogForm key={button.key} button={button} onSend={send}>
              {button.count !== undefined && (
                <span className="n">{formatCount(counted.counts[button.key] ?? 0, locale)}</span>
              )}
            </LogForm>
          ))}
        </span>
      )}
    </div>
  );
}

/** What is done for today says so; another one can still be counted. */
function DoneOrMore({ button, onSend }: { button: LogButton | undefined; onSend: Send }) {
  if (!button) return <span className="done">done for today</span>;
  return (
    <span className="plus items-center">
      <span className="done">done for today</span>
      <LogForm button={button} onSend={onSend} />
    </span>
  );
}

type Send = (event: FormEvent<HTMLFormElement>, button: LogButton) => void;

function LogForm({
  button,
  onSend,
  children,
}: {
  button: LogButton;
  onSend: Send;
  children?: React.ReactNode;
}) {
  return (
    <form method="post" action="/api/log" onSubmit={(event) => onSend(event, button)}>
      {Object.entries(button.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">
        <span className="sr-only">{button.spoken}</span>
        <span aria-hidden="true">+ {button.label}</span>
        {children}
      </button>
    </form>
  );
}
