/** What a browser may show by itself; anything else it saves, so that nothing stored ever runs. */
const INLINE = /^(?:image\/(?:avif|webp|jpeg|png)|video\/mp4|application\/pdf)$/;

export const dispositionOf = (contentType: string): "inline" | "attachment" =>
  INLINE.test(contentType) ? "inline" : "attachment";

/** Public objects never change under their key; private ones may be kept for minutes. */
export const cacheControl = (isPublic: boolean): string =>
  isPublic ? "public, max-age=31536000, immutable" : "private, max-age=300";
