export { ListingSkeleton as default } from "../../../../features/market/listing-skeleton";
