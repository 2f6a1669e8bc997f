export { cn } from "./cn";
export { LinkProvider, UiLink } from "./link-provider";
export {
  currencySign,
  formatGrouped,
  formatMoney,
  type MoneyLike,
  readTyped,
} from "./number-format";
export { TONE_FILL, TONE_SOFT, TONE_SOLID, TONE_TEXT, TONES, type Tone } from "./tone";
export { useDesk, useMediaQuery } from "./use-media-query";
