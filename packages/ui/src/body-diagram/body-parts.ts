/** The outer parts of a car, seen from above, front up; left is the driver's left. */
export const BODY_PARTS = [
  "FRONT_BUMPER",
  "HOOD",
  "FRONT_LEFT_FENDER",
  "FRONT_RIGHT_FENDER",
  "FRONT_LEFT_DOOR",
  "FRONT_RIGHT_DOOR",
  "ROOF",
  "REAR_LEFT_DOOR",
  "REAR_RIGHT_DOOR",
  "REAR_LEFT_FENDER",
  "REAR_RIGHT_FENDER",
  "TRUNK",
  "REAR_BUMPER",
] as const;

export type BodyPart = (typeof BODY_PARTS)[number];

interface PartShape {
  /** Path in a box 320 wide and 560 high. */
  path: string;
  /** Where its sign stands. */
  at: readonly [number, number];
}

/** The drawing: an exploded view, so that every part is wide enough for a thumb. */
export const PART_SHAPES: Record<BodyPart, PartShape> = {
  FRONT_BUMPER: {
    path: "M70 52C82 22 118 10 160 10s78 12 90 42l-8 14C220 52 192 46 160 46s-60 6-82 20z",
    at: [160, 29],
  },
  HOOD: {
    path: "M98 76c18-14 38-20 62-20s44 6 62 20l-5 92c-16-10-34-15-57-15s-41 5-57 15z",
    at: [160, 108],
  },
  FRONT_LEFT_FENDER: {
    path: "M68 74c8-2 15-2 21 0l6 98-38 2c-5-14-7-26-7-40 0-24 6-44 18-60z",
    at: [74, 124],
  },
  FRONT_RIGHT_FENDER: {
    path: "M252 74c-8-2-15-2-21 0l-6 98 38 2c5-14 7-26 7-40 0-24-6-44-18-60z",
    at: [246, 124],
  },
  FRONT_LEFT_DOOR: {
    path: "M56 182l38-2c4 16 8 32 10 46v60H48c-1-36 1-72 8-104z",
    at: [77, 240],
  },
  FRONT_RIGHT_DOOR: {
    path: "M264 182l-38-2c-4 16-8 32-10 46v60h56c1-36-1-72-8-104z",
    at: [243, 240],
  },
  ROOF: {
    path: "M114 230c14-7 29-10 46-10s32 3 46 10v118c-14 6-29 8-46 8s-32-2-46-8z",
    at: [160, 288],
  },
  REAR_LEFT_DOOR: {
    path: "M48 294h56v56c-2 16-6 32-11 46l-38-2c-5-32-7-66-7-100z",
    at: [77, 336],
  },
  REAR_RIGHT_DOOR: {
    path: "M272 294h-56v56c2 16 6 32 11 46l38-2c5-32 7-66 7-100z",
    at: [243, 336],
  },
  REAR_LEFT_FENDER: {
    path: "M55 402l37 2 6 88c-8 4-17 5-26 3-14-16-21-34-21-57 0-13 1-24 4-36z",
    at: [75, 446],
  },
  REAR_RIGHT_FENDER: {
    path: "M265 402l-37 2-6 88c8 4 17 5 26 3 14-16 21-34 21-57 0-13-1-24-4-36z",
    at: [245, 446],
  },
  TRUNK: {
    path: "M101 412c18 6 38 9 59 9s41-3 59-9l-5 78c-16 6-34 9-54 9s-38-3-54-9z",
    at: [160, 458],
  },
  REAR_BUMPER: {
    path: "M74 503c8 1 17 0 26-4 19 7 39 10 60 10s41-3 60-10c9 4 18 5 26 4l6 14c-12 22-46 33-92 33s-80-11-92-33z",
    at: [160, 531],
  },
};

/** Glass, wheels and mirrors: drawn, never pressed. */
export const GLASS_PATHS = [
  "M104 177c16-9 35-14 56-14s40 5 56 14l-9 44c-15-7-30-10-47-10s-32 3-47 10z",
  "M114 358c14 5 29 7 46 7s32-2 46-7l11 44c-17 6-36 9-57 9s-40-3-57-9z",
] as const;

export const WHEELS = [
  [36, 100],
  [272, 100],
  [36, 416],
  [272, 416],
] as const;
