import { dominosOf } from "@/components/targets/dominos-of";

export type DominosProps = { done: number; asked: number; upTo?: number; push?: number };

/** Fallen is done, standing is asked, dashed may be needed; the push stands apart. The count beside it says it in figures. */
export function Dominos(props: DominosProps) {
  const { tiles, each } = dominosOf(props);
  return (
    <>
      <span className={`doms${tiles.length <= 8 ? " is-wide" : ""}`} aria-hidden="true">
        {tiles.map((tile, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a tile is its place in the row
            key={place}
            className={[
              tile.state === "done" ? "on" : tile.state === "may" ? "may" : "",
              tile.startsPush ? "push" : "",
            ]
              .filter(Boolean)
              .join(" ")}
          />
        ))}
      </span>
      {each > 1 && <span className="doms-note">a tile is {each}</span>}
    </>
  );
}
