export { cn } from "./cn";
export { type TimeUnits, timeLeft, writeTimeLeft } from "./countdown-clock";
export { LinkProvider, UiLink } from "./link-provider";
export {
  currencySign,
  formatGrouped,
  formatMoney,
  type MoneyLike,
  readTyped,
} from "./number-format";
export { saveFile } from "./save-file";
export { foldText, matchScore } from "./search-fold";
export { TONE_FILL, TONE_SOFT, TONE_SOLID, TONE_TEXT, TONES, type Tone } from "./tone";
export { useDesk, useMediaQuery } from "./use-media-query";
export { useNow, useNowAs } from "./use-now";
