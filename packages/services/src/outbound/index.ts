export {
  assertPublicUrl,
  ForbiddenUrlError,
  type GuardedRequest,
  type GuardedResponse,
  type GuardOptions,
  guardedFetch,
} from "./guarded-fetch";
export { isPublicAddress } from "./public-address";
