export { errorData, type WireError } from "./error-data";
export { type ApiLinkOptions, apiLinks, linkPerService } from "./links";
