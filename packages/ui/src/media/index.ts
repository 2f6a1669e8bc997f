export { FileDrop } from "./file-drop";
export type { ImageSource, Picture } from "./image-source";
export { type GalleryLabels, type GalleryPhoto, PhotoGallery } from "./photo-gallery";
export { ResponsiveImage } from "./responsive-image";
export { SortableGrid } from "./sortable-grid";
export { type UploadState, UploadTile } from "./upload-tile";
