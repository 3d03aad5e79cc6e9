/**
 * Decimals of a currency's minor unit: 2 for USD, 0 for JPY, 3 for KWD.
 * Throws RangeError for what is not a currency code.
 */
export function currencyDigits(currency: string): number {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits;
  return digits ?? 2;
}
