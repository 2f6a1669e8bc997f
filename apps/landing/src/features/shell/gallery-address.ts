import { readFrontEndEnv } from "@oto/trpc/next";

/** An address in the dealers' panel. */
export const galleryAddress = (path: string): string =>
  `${readFrontEndEnv().OTO_GALLERY_URL.replace(/\/$/, "")}${path}`;

/** A page of the admin panel. */
export const adminAddress = (path: string): string =>
  `${readFrontEndEnv().OTO_ADMIN_URL.replace(/\/$/, "")}${path}`;
