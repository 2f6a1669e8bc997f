export { DealSkeleton as default } from "../../../../../features/offers/deal-skeleton";
