/** Where an app's own server takes calls to the API. */
export const BFF = "/api/trpc";

/** Says that a call comes from the app's own scripts; see `next/foreign.ts`. */
export const APP_HEADER = { "x-kontak-app": "1" } as const;
