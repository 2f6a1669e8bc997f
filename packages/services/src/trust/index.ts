export { trustOf } from "./trust.repo";
export {
  type GalleryTrustInput,
  galleryTrust,
  galleryTrustInput,
  noteTrustFacts,
  rebuildTrust,
  type TrustComment,
  type TrustView,
  weighDueTrust,
} from "./trust.service";
