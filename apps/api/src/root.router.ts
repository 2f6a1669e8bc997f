import { adminRouter } from "./routers/admin/admin.router";
import { authRouter } from "./routers/auth/auth.router";
import { catalogRouter } from "./routers/catalog/catalog.router";
import { galleryRouter } from "./routers/gallery/gallery.router";
import { inventoryRouter } from "./routers/inventory/inventory.router";
import { marketplaceRouter } from "./routers/marketplace/marketplace.router";
import { mediaRouter } from "./routers/media/media.router";
import { notificationRouter } from "./routers/notification/notification.router";
import { offerRouter } from "./routers/offer/offer.router";
import { reservationRouter } from "./routers/reservation/reservation.router";
import { router } from "./trpc/procedures";

/** Every service of the platform; a path starts with the service's name. */
export const appRouter = router({
  admin: adminRouter,
  auth: authRouter,
  catalog: catalogRouter,
  gallery: galleryRouter,
  inventory: inventoryRouter,
  marketplace: marketplaceRouter,
  media: mediaRouter,
  notification: notificationRouter,
  offer: offerRouter,
  reservation: reservationRouter,
});

export type AppRouter = typeof appRouter;
