import type { BodyType } from "@oto/domain";

/**
 * What the demo market trades: make and series (catalogue slugs), body, price of a new one in
 * thousands of lira (late 2026), and how often it turns up.
 */
export type DemoSeries = readonly [
  make: string,
  series: string,
  body: BodyType,
  newPriceThousand: number,
  weight: number,
];

export const DEMO_SERIES: readonly DemoSeries[] = [
  ["fiat", "egea-sedan", "SEDAN", 1_420, 9],
  ["renault", "megane", "SEDAN", 1_890, 7],
  ["renault", "clio", "HATCHBACK", 1_390, 8],
  ["volkswagen", "passat", "SEDAN", 3_150, 7],
  ["volkswagen", "golf", "HATCHBACK", 2_250, 6],
  ["volkswagen", "polo", "HATCHBACK", 1_690, 5],
  ["volkswagen", "tiguan", "SUV", 3_100, 4],
  ["volkswagen", "transporter", "VAN", 2_600, 3],
  ["volkswagen", "caddy", "MPV", 2_050, 3],
  ["toyota", "corolla", "SEDAN", 2_050, 8],
  ["toyota", "c-hr", "SUV", 2_400, 4],
  ["toyota", "hilux", "PICKUP", 3_000, 3],
  ["honda", "civic", "SEDAN", 2_350, 7],
  ["honda", "cr-v", "SUV", 3_700, 2],
  ["hyundai", "i20", "HATCHBACK", 1_420, 6],
  ["hyundai", "tucson", "SUV", 2_600, 5],
  ["hyundai", "bayon", "SUV", 1_650, 3],
  ["ford", "focus", "SEDAN", 2_050, 6],
  ["ford", "fiesta", "HATCHBACK", 1_350, 3],
  ["ford", "kuga", "SUV", 2_650, 3],
  ["ford", "ranger", "PICKUP", 2_900, 3],
  ["ford", "transit-custom", "VAN", 2_400, 2],
  ["opel", "astra", "HATCHBACK", 1_900, 5],
  ["opel", "corsa", "HATCHBACK", 1_450, 4],
  ["opel", "mokka", "SUV", 1_850, 3],
  ["peugeot", "3008", "SUV", 2_600, 5],
  ["peugeot", "2008", "SUV", 1_980, 4],
  ["peugeot", "308", "HATCHBACK", 2_050, 3],
  ["peugeot", "rifter", "MPV", 1_700, 2],
  ["dacia", "duster", "SUV", 1_750, 5],
  ["dacia", "sandero", "HATCHBACK", 1_250, 4],
  ["skoda", "octavia", "SEDAN", 2_350, 5],
  ["skoda", "superb", "STATION_WAGON", 3_200, 3],
  ["skoda", "kodiaq", "SUV", 3_300, 2],
  ["seat", "leon", "HATCHBACK", 2_150, 4],
  ["seat", "ateca", "SUV", 2_450, 2],
  ["kia", "sportage", "SUV", 2_550, 4],
  ["kia", "stonic", "SUV", 1_650, 2],
  ["nissan", "qashqai", "SUV", 2_350, 5],
  ["nissan", "juke", "SUV", 1_850, 3],
  ["citroen", "c3", "HATCHBACK", 1_350, 3],
  ["citroen", "c5-aircross", "SUV", 2_450, 2],
  ["citroen", "berlingo", "MPV", 1_650, 2],
  ["bmw", "3-serisi", "SEDAN", 4_600, 5],
  ["bmw", "5-serisi", "SEDAN", 6_600, 3],
  ["bmw", "x5", "SUV", 9_800, 2],
  ["bmw", "4-serisi", "COUPE", 5_200, 2],
  ["mercedes-benz", "c-serisi", "SEDAN", 4_900, 5],
  ["mercedes-benz", "e-serisi", "SEDAN", 6_900, 3],
  ["mercedes-benz", "vito", "VAN", 3_200, 2],
  ["audi", "a3", "SEDAN", 2_900, 4],
  ["audi", "a4", "SEDAN", 4_100, 3],
  ["audi", "a6", "SEDAN", 5_900, 2],
  ["audi", "a6", "STATION_WAGON", 6_050, 1],
  ["volvo", "xc60", "SUV", 5_400, 2],
  ["volvo", "xc90", "SUV", 7_900, 1],
  ["mini", "cooper", "HATCHBACK", 2_700, 2],
  ["mini", "cooper-cabrio", "CONVERTIBLE", 3_300, 1],
  ["togg", "t10x", "SUV", 2_150, 3],
  ["tesla", "model-y", "SUV", 3_200, 2],
];

/** Features a car gains with its price class: always, from the middle on, at the top. */
export const DEMO_FEATURES = {
  always: [
    "ABS",
    "ESP",
    "AIRBAG_DRIVER",
    "AIRBAG_PASSENGER",
    "ISOFIX",
    "CENTRAL_LOCKING",
    "AIR_CONDITIONING",
    "ELECTRIC_WINDOWS_FRONT",
    "ELECTRIC_MIRRORS",
  ],
  middle: [
    "AIRBAG_SIDE",
    "AIRBAG_CURTAIN",
    "CRUISE_CONTROL",
    "PARKING_SENSOR_REAR",
    "REAR_CAMERA",
    "CLIMATE_CONTROL",
    "KEYLESS_START",
    "START_STOP",
    "RAIN_SENSOR",
    "HILL_START_ASSIST",
  ],
  top: [
    "ADAPTIVE_CRUISE",
    "LANE_KEEPING",
    "BLIND_SPOT",
    "CAMERA_360",
    "KEYLESS_ENTRY",
    "CLIMATE_MULTI_ZONE",
    "EMERGENCY_BRAKING",
    "PARK_ASSIST",
    "AUTO_HOLD",
  ],
} as const;

export const DEMO_DESCRIPTIONS = [
  "Yetkili servis bakımlı, tüm bakım kayıtları mevcuttur. Lastikleri yeni değişti. Ekspertize açıktır.",
  "İlk sahibinden alınmıştır. Kaporta ve motorda masrafı yoktur. Meslektaşa uygun fiyat.",
  "Kapalı garajda saklandı, sigara içilmedi. Yedek anahtarı ve kitapçıkları tamdır.",
  "Filodan çıkma, düzenli bakımlı. Takas değerlendirilir, noter masrafı yarı yarıya.",
  "Şehir dışı kullanıldı, yakıtı ekonomik. Detaylı ekspertiz raporu ekte.",
  "Boya ve değişen bilgisi şemada belirtilmiştir. Aracın tüm kayıtları şeffaftır.",
] as const;

/** Models that dealers look for by these very words: some of each are always among the stock. */
export const DEMO_CERTAIN = [
  { series: "3-serisi", model: "320d" },
  { series: "passat", model: "1.6 TDI BlueMotion" },
] as const;
