export { trustOf } from "./trust.repo";
export {
  type GalleryTrustInput,
  galleryTrust,
  galleryTrustInput,
  rebuildTrust,
  type TrustComment,
  type TrustView,
  weighTrust,
} from "./trust.service";
