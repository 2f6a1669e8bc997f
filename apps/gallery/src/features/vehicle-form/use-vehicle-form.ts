"use client";

import type { VehicleInput } from "@oto/domain";
import { useFormContext } from "react-hook-form";
import type { VehicleFormValues } from "./vehicle-form-values";

/** The vehicle form around. */
export const useVehicleForm = () => useFormContext<VehicleFormValues, unknown, VehicleInput>();
