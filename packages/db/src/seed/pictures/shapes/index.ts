import type { BodyType } from "@oto/domain";
import type { BodyShape } from "./body-shape";
import { CONVERTIBLE_SHAPE } from "./convertible";
import { COUPE_SHAPE } from "./coupe";
import { HATCHBACK_SHAPE } from "./hatchback";
import { MPV_SHAPE } from "./mpv";
import { PICKUP_SHAPE } from "./pickup";
import { SEDAN_SHAPE } from "./sedan";
import { STATION_WAGON_SHAPE } from "./station-wagon";
import { SUV_SHAPE } from "./suv";
import { VAN_SHAPE } from "./van";

export const SHAPES: Record<BodyType, BodyShape> = {
  SEDAN: SEDAN_SHAPE,
  HATCHBACK: HATCHBACK_SHAPE,
  STATION_WAGON: STATION_WAGON_SHAPE,
  SUV: SUV_SHAPE,
  COUPE: COUPE_SHAPE,
  CONVERTIBLE: CONVERTIBLE_SHAPE,
  MPV: MPV_SHAPE,
  PICKUP: PICKUP_SHAPE,
  VAN: VAN_SHAPE,
};
