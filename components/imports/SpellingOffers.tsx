export type SpellingOffer = {
  /** The one name kept. */
  keep: string;
  spellings: readonly { value: string; count: string }[];
  merged: boolean;
};

/** "GTXPro" and "GTX Pro" are probably one thing. An offer: it is taken by a tick and said in words. Fields: product.0 … */
export function SpellingOffers({ offers }: { offers: SpellingOffer[] }) {
  return (
    <ul className="spellings">
      {offers.map((offer, place) => (
        <li key={offer.keep}>
          <label>
            <input
              type="checkbox"
              name={`product.${place}`}
              value={offer.keep}
              defaultChecked={offer.merged}
            />
            <span>
              Keep <b>{offer.keep}</b> for{" "}
              {offer.spellings.map((spelling) => `${spelling.value} (${spelling.count})`).join(", ")}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
