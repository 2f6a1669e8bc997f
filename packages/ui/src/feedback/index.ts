export { Callout } from "./callout";
export { EmptyState } from "./empty-state";
export { ErrorState } from "./error-state";
export { LoadingState } from "./loading-state";
export { NoPermissionState } from "./no-permission-state";
export { Progress } from "./progress";
export type { ScreenStateProps } from "./screen-state";
export { Skeleton } from "./skeleton";
