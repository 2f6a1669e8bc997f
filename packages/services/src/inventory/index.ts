export {
  type TransitionedVehicle,
  transitionVehicle,
  type VehicleTransitionInput,
} from "./transition";
export { type LockedVehicle, lockEditableVehicle, lockVehicle } from "./vehicle-lock";
