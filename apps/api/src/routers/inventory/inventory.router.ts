import {
  archiveVehicle,
  changePrice,
  changePriceInput,
  checkGate,
  createVehicle,
  createVehicleInput,
  getVehicle,
  listVehicles,
  listVehiclesInput,
  markVehicleSold,
  publishVehicle,
  restoreVehicle,
  unpublishVehicle,
  updateVehicle,
  updateVehicleInput,
  vehicleRef,
} from "@oto/services/inventory";
import { galleryProcedure, router } from "../../trpc/procedures";

/** A gallery's own stock. */
export const inventoryRouter = router({
  create: galleryProcedure("inventory:write")
    .input(createVehicleInput)
    .mutation(({ ctx, input }) => createVehicle(ctx, input)),
  update: galleryProcedure("inventory:write")
    .input(updateVehicleInput)
    .mutation(({ ctx, input }) => updateVehicle(ctx, input)),
  changePrice: galleryProcedure("inventory:price")
    .input(changePriceInput)
    .mutation(({ ctx, input }) => changePrice(ctx, input)),
  get: galleryProcedure("inventory:read")
    .input(vehicleRef)
    .query(({ ctx, input }) => getVehicle(ctx, input)),
  list: galleryProcedure("inventory:read")
    .input(listVehiclesInput.prefault({}))
    .query(({ ctx, input }) => listVehicles(ctx, input)),
  gate: galleryProcedure("inventory:read")
    .input(vehicleRef)
    .query(({ ctx, input }) => checkGate(ctx, input)),
  publish: galleryProcedure("inventory:publish")
    .input(vehicleRef)
    .mutation(({ ctx, input }) => publishVehicle(ctx, input)),
  unpublish: galleryProcedure("inventory:publish")
    .input(vehicleRef)
    .mutation(({ ctx, input }) => unpublishVehicle(ctx, input)),
  markSold: galleryProcedure("inventory:publish")
    .input(vehicleRef)
    .mutation(({ ctx, input }) => markVehicleSold(ctx, input)),
  archive: galleryProcedure("inventory:archive")
    .input(vehicleRef)
    .mutation(({ ctx, input }) => archiveVehicle(ctx, input)),
  restore: galleryProcedure("inventory:archive")
    .input(vehicleRef)
    .mutation(({ ctx, input }) => restoreVehicle(ctx, input)),
});
