export { BrandMark } from "./brand-mark";
export { Wordmark } from "./wordmark";
