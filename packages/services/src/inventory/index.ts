export { createVehicle } from "./create-vehicle.service";
export { assertGatePasses, checkGate, readGate } from "./gate.service";
export { getVehicle } from "./get-vehicle.service";
export {
  type ChangePriceInput,
  type CreateVehicleInput,
  changePriceInput,
  createVehicleInput,
  type ListVehiclesInput,
  listVehiclesInput,
  type UpdateVehicleInput,
  updateVehicleInput,
  VEHICLE_SORTS,
  type VehicleRef,
  type VehicleSort,
  vehicleRef,
} from "./inventory.input";
export { listVehicles } from "./list-vehicles.service";
export {
  type TransitionedVehicle,
  transitionVehicle,
  type VehicleTransitionInput,
} from "./transition";
export { changePrice, updateVehicle } from "./update-vehicle.service";
export type {
  ChangedVehicleView,
  CreatedVehicleView,
  GateCheckView,
  GateView,
  PriceChangeView,
  StockItem,
  StockList,
  TransitionView,
  VehicleStateView,
  VehicleView,
} from "./vehicle.view";
export { type LockedVehicle, lockEditableVehicle, lockVehicle } from "./vehicle-lock";
export {
  archiveVehicle,
  markVehicleSold,
  publishVehicle,
  restoreVehicle,
  unpublishVehicle,
} from "./vehicle-state.service";
