/** A point of the outline in metres: from the front bumper, and above the ground. */
export type Point = readonly [x: number, y: number];

/** What makes a side view: proportions in metres, car facing left. */
export interface CarShape {
  length: number;
  wheelbase: number;
  frontOverhang: number;
  wheelRadius: number;
  /** Height of the sill above the ground. */
  clearance: number;
  /** Upper outline from the front bumper's nose to the rear bumper. */
  outline: readonly Point[];
  /** Glass area, clockwise from the foot of the windscreen. */
  glass: readonly Point[];
  /** Where pillars cut the glass, as positions along the car. */
  pillars: readonly number[];
  /** Door cuts as positions along the car. */
  doors: readonly number[];
  /** Height of the belt line at front and rear. */
  belt: readonly [front: number, rear: number];
  cargoBed?: boolean;
  openTop?: boolean;
  roofRails?: boolean;
}

const SEDAN: CarShape = {
  length: 4.72,
  wheelbase: 2.75,
  frontOverhang: 0.92,
  wheelRadius: 0.335,
  clearance: 0.2,
  outline: [
    [0.02, 0.48],
    [0.05, 0.66],
    [0.3, 0.79],
    [1.32, 0.98],
    [1.62, 1.08],
    [2.22, 1.4],
    [2.75, 1.45],
    [3.3, 1.4],
    [3.95, 1.09],
    [4.35, 1.05],
    [4.64, 0.99],
    [4.7, 0.72],
    [4.68, 0.45],
  ],
  glass: [
    [1.52, 1.0],
    [2.2, 1.345],
    [2.72, 1.39],
    [3.22, 1.345],
    [3.82, 1.05],
    [3.7, 1.0],
  ],
  pillars: [2.62, 3.42],
  doors: [1.6, 2.62, 3.5],
  belt: [0.94, 0.98],
};

const HATCHBACK: CarShape = {
  length: 4.18,
  wheelbase: 2.58,
  frontOverhang: 0.84,
  wheelRadius: 0.325,
  clearance: 0.19,
  outline: [
    [0.02, 0.47],
    [0.05, 0.66],
    [0.28, 0.8],
    [1.06, 0.98],
    [1.36, 1.09],
    [1.95, 1.42],
    [2.5, 1.47],
    [3.2, 1.43],
    [3.75, 1.26],
    [4.02, 1.0],
    [4.15, 0.72],
    [4.14, 0.44],
  ],
  glass: [
    [1.26, 1.01],
    [1.93, 1.36],
    [2.48, 1.41],
    [3.12, 1.37],
    [3.62, 1.2],
    [3.66, 1.05],
    [3.4, 1.01],
  ],
  pillars: [2.36, 3.1],
  doors: [1.34, 2.36, 3.18],
  belt: [0.95, 1.0],
};

const SUV: CarShape = {
  length: 4.5,
  wheelbase: 2.68,
  frontOverhang: 0.88,
  wheelRadius: 0.365,
  clearance: 0.25,
  outline: [
    [0.02, 0.55],
    [0.05, 0.82],
    [0.25, 0.98],
    [1.12, 1.13],
    [1.4, 1.25],
    [1.92, 1.59],
    [2.6, 1.66],
    [3.5, 1.62],
    [4.05, 1.45],
    [4.32, 1.12],
    [4.46, 0.86],
    [4.45, 0.52],
  ],
  glass: [
    [1.32, 1.17],
    [1.92, 1.52],
    [2.58, 1.585],
    [3.42, 1.55],
    [3.95, 1.4],
    [3.98, 1.24],
    [3.7, 1.18],
  ],
  pillars: [2.45, 3.28],
  doors: [1.4, 2.46, 3.36],
  belt: [1.1, 1.16],
  roofRails: true,
};

const STATION_WAGON: CarShape = {
  ...SEDAN,
  length: 4.76,
  outline: [
    [0.02, 0.48],
    [0.05, 0.66],
    [0.3, 0.79],
    [1.32, 0.98],
    [1.62, 1.08],
    [2.22, 1.41],
    [2.8, 1.47],
    [3.7, 1.45],
    [4.35, 1.31],
    [4.62, 1.02],
    [4.74, 0.74],
    [4.72, 0.45],
  ],
  glass: [
    [1.52, 1.0],
    [2.2, 1.35],
    [2.76, 1.41],
    [3.66, 1.39],
    [4.26, 1.25],
    [4.36, 1.06],
    [4.1, 1.02],
  ],
  pillars: [2.62, 3.5],
  doors: [1.6, 2.62, 3.55],
  roofRails: true,
};

const COUPE: CarShape = {
  ...SEDAN,
  length: 4.68,
  outline: [
    [0.02, 0.46],
    [0.05, 0.62],
    [0.32, 0.74],
    [1.42, 0.92],
    [1.76, 1.03],
    [2.36, 1.32],
    [2.85, 1.36],
    [3.4, 1.28],
    [4.1, 1.03],
    [4.46, 0.98],
    [4.6, 0.93],
    [4.66, 0.68],
    [4.64, 0.43],
  ],
  glass: [
    [1.66, 0.95],
    [2.34, 1.27],
    [2.82, 1.305],
    [3.3, 1.24],
    [3.82, 1.03],
    [3.6, 0.96],
  ],
  pillars: [3.05],
  doors: [1.72, 3.12],
  belt: [0.9, 0.93],
};

const CONVERTIBLE: CarShape = {
  ...COUPE,
  outline: [
    [0.02, 0.46],
    [0.05, 0.62],
    [0.32, 0.74],
    [1.42, 0.92],
    [1.78, 0.98],
    [2.6, 0.96],
    [3.5, 0.98],
    [4.1, 1.0],
    [4.46, 0.97],
    [4.6, 0.92],
    [4.66, 0.68],
    [4.64, 0.43],
  ],
  glass: [
    [1.7, 0.97],
    [2.2, 1.27],
    [2.26, 1.25],
    [1.98, 0.98],
  ],
  pillars: [],
  openTop: true,
};

const MPV: CarShape = {
  ...HATCHBACK,
  length: 4.5,
  wheelbase: 2.79,
  clearance: 0.2,
  outline: [
    [0.02, 0.5],
    [0.05, 0.74],
    [0.24, 0.92],
    [0.86, 1.1],
    [1.1, 1.22],
    [1.72, 1.66],
    [2.3, 1.76],
    [3.6, 1.75],
    [4.18, 1.68],
    [4.38, 1.2],
    [4.46, 0.86],
    [4.45, 0.48],
  ],
  glass: [
    [1.06, 1.12],
    [1.7, 1.58],
    [2.28, 1.68],
    [3.55, 1.67],
    [4.08, 1.6],
    [4.16, 1.2],
    [3.9, 1.12],
  ],
  pillars: [2.14, 3.1],
  doors: [1.2, 2.14, 3.2],
  belt: [1.06, 1.08],
};

const VAN: CarShape = {
  length: 4.95,
  wheelbase: 3.0,
  frontOverhang: 0.92,
  wheelRadius: 0.345,
  clearance: 0.2,
  outline: [
    [0.02, 0.5],
    [0.04, 0.82],
    [0.2, 1.02],
    [0.66, 1.16],
    [0.86, 1.3],
    [1.5, 1.88],
    [2.0, 1.97],
    [4.4, 1.96],
    [4.78, 1.9],
    [4.88, 1.3],
    [4.92, 0.9],
    [4.92, 0.46],
  ],
  glass: [
    [0.92, 1.22],
    [1.52, 1.76],
    [1.9, 1.82],
    [2.1, 1.82],
    [2.1, 1.22],
  ],
  pillars: [1.4],
  doors: [1.05, 2.16, 3.4],
  belt: [1.16, 1.16],
};

const PICKUP: CarShape = {
  length: 5.3,
  wheelbase: 3.15,
  frontOverhang: 0.98,
  wheelRadius: 0.385,
  clearance: 0.32,
  outline: [
    [0.02, 0.6],
    [0.05, 0.92],
    [0.26, 1.08],
    [1.3, 1.2],
    [1.55, 1.32],
    [2.02, 1.68],
    [2.5, 1.76],
    [3.2, 1.74],
    [3.52, 1.68],
    [3.66, 1.22],
    [3.74, 1.19],
    [5.2, 1.2],
    [5.27, 1.1],
    [5.26, 0.6],
  ],
  glass: [
    [1.5, 1.24],
    [2.04, 1.61],
    [2.5, 1.68],
    [3.16, 1.66],
    [3.4, 1.6],
    [3.48, 1.25],
  ],
  pillars: [2.52],
  doors: [1.5, 2.54, 3.48],
  belt: [1.16, 1.18],
  cargoBed: true,
  roofRails: false,
};

/** Side views by the contract's body types. */
export const CAR_SHAPES = {
  SEDAN,
  HATCHBACK,
  STATION_WAGON,
  SUV,
  COUPE,
  CONVERTIBLE,
  MPV,
  PICKUP,
  VAN,
} as const;
