import { adminRouter } from "./routers/admin/admin.router";
import { authRouter } from "./routers/auth/auth.router";
import { catalogRouter } from "./routers/catalog/catalog.router";
import { chatRouter } from "./routers/chat/chat.router";
import { dealRouter } from "./routers/deal/deal.router";
import { favoriteRouter } from "./routers/favorite/favorite.router";
import { galleryRouter } from "./routers/gallery/gallery.router";
import { inventoryRouter } from "./routers/inventory/inventory.router";
import { kvkkRouter } from "./routers/kvkk/kvkk.router";
import { marketplaceRouter } from "./routers/marketplace/marketplace.router";
import { mediaRouter } from "./routers/media/media.router";
import { notificationRouter } from "./routers/notification/notification.router";
import { offerRouter } from "./routers/offer/offer.router";
import { reportRouter } from "./routers/report/report.router";
import { reservationRouter } from "./routers/reservation/reservation.router";
import { searchRouter } from "./routers/search/search.router";
import { staffRouter } from "./routers/staff/staff.router";
import { supportRouter } from "./routers/support/support.router";
import { router } from "./trpc/procedures";

/** Every service of the platform; a path starts with the service's name. */
const services = {
  admin: adminRouter,
  auth: authRouter,
  catalog: catalogRouter,
  chat: chatRouter,
  deal: dealRouter,
  favorite: favoriteRouter,
  gallery: galleryRouter,
  inventory: inventoryRouter,
  kvkk: kvkkRouter,
  marketplace: marketplaceRouter,
  media: mediaRouter,
  notification: notificationRouter,
  offer: offerRouter,
  report: reportRouter,
  reservation: reservationRouter,
  search: searchRouter,
  staff: staffRouter,
  support: supportRouter,
};

export const appRouter = router(services);

export type AppRouter = typeof appRouter;

/** What `SERVICES` can name. */
export const SERVICE_NAMES = Object.keys(services);

/**
 * The router of a process that serves some of the services only. The edge sends each path to a
 * process that has it; here the others do not exist.
 */
export function routerOf(names: readonly string[]): AppRouter {
  if (names.length === 0) return appRouter;
  const chosen = Object.entries(services).filter(([name]) => names.includes(name));
  // cast: a part of it, typed as the whole, which callers see through the edge.
  return router(Object.fromEntries(chosen)) as unknown as AppRouter;
}

/** Whether somebody can follow anything on this router, and so has a use for sockets. */
export const hasSubscriptions = (chosen: AppRouter): boolean =>
  Object.values<{ _def: { type: string } }>(chosen._def.procedures as never).some(
    ({ _def }) => _def.type === "subscription",
  );
