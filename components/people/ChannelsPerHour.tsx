import { RangeLine } from "@/components/charts/RangeLine";
import { Section } from "@/components/ui/Section";
import { formatCount } from "@/lib/format/number";
import { formatRange } from "@/lib/format/range";

export type ChannelYield = {
  id: string;
  name: string;
  /** Conversations an hour, 8 times in 10. */
  low: number;
  mean: number;
  high: number;
  conversations: number;
  tries: number;
};

/** What an hour of each channel brings, ordered by what is nearly certain. For the person alone. */
export function ChannelsPerHour(props: {
  finding: string;
  channels: ChannelYield[];
  /** "Minutes: 4 a call, LinkedIn or message, 5 an e-mail." */
  minutes: string;
  changeHref?: string;
  locale: string;
}) {
  const { channels, locale } = props;
  const scale = Math.max(...channels.map((channel) => channel.high), 1e-9) * 1.25;
  const at = (value: number) => (value / scale) * 100;
  return (
    <Section title={props.finding} id="channels" aside="conversations an hour">
      <ul className="channels">
        {channels.map((channel) => {
          const range = formatRange(channel.low, channel.high, locale, 1);
          return (
            <li key={channel.id}>
              <span>{channel.name}</span>
              <RangeLine
                low={at(channel.low)}
                high={at(channel.high)}
                dot={at(channel.mean)}
                label={`${channel.name}: 8 times in 10 ${range} conversations an hour`}
              />
              <span className="channel-figures">
                <b>{range}</b> {formatCount(channel.conversations, locale)} of{" "}
                {formatCount(channel.tries, locale)}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="small mt-2 text-ink-3">
        Ordered by what is nearly certain, so a channel tried a few times does not win by luck.{" "}
        {props.minutes}{" "}
        {props.changeHref && (
          <a className="why" href={props.changeHref}>
            change
          </a>
        )}
      </p>
    </Section>
  );
}
