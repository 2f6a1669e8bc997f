import { z } from "zod";

export const FEATURE_GROUPS = [
  "SAFETY",
  "DRIVING_AIDS",
  "COMFORT",
  "MULTIMEDIA",
  "INTERIOR",
  "EXTERIOR",
] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/** Every feature a vehicle may carry: stable code → group, Turkish label, English label. */
const CATALOGUE = {
  ABS: ["SAFETY", "ABS", "ABS"],
  ESP: ["SAFETY", "ESP / VSA", "Stability control (ESP)"],
  TRACTION_CONTROL: ["SAFETY", "Çekiş kontrolü (ASR)", "Traction control"],
  BRAKE_ASSIST: ["SAFETY", "Fren destek sistemi (BAS)", "Brake assist"],
  AIRBAG_DRIVER: ["SAFETY", "Sürücü hava yastığı", "Driver airbag"],
  AIRBAG_PASSENGER: ["SAFETY", "Yolcu hava yastığı", "Passenger airbag"],
  AIRBAG_SIDE: ["SAFETY", "Yan hava yastıkları", "Side airbags"],
  AIRBAG_CURTAIN: ["SAFETY", "Perde hava yastıkları", "Curtain airbags"],
  AIRBAG_KNEE: ["SAFETY", "Diz hava yastığı", "Knee airbag"],
  ISOFIX: ["SAFETY", "ISOFIX", "ISOFIX"],
  CHILD_LOCK: ["SAFETY", "Çocuk kilidi", "Child lock"],
  IMMOBILIZER: ["SAFETY", "Immobilizer", "Immobiliser"],
  ALARM: ["SAFETY", "Alarm", "Alarm"],
  TYRE_PRESSURE_MONITOR: ["SAFETY", "Lastik basınç göstergesi", "Tyre pressure monitor"],
  EMERGENCY_CALL: ["SAFETY", "Acil çağrı (eCall)", "Emergency call (eCall)"],
  CENTRAL_LOCKING: ["SAFETY", "Merkezi kilit", "Central locking"],
  EMERGENCY_BRAKING: ["DRIVING_AIDS", "Otonom acil frenleme", "Autonomous emergency braking"],
  LANE_KEEPING: ["DRIVING_AIDS", "Şerit takip asistanı", "Lane keeping assist"],
  LANE_DEPARTURE_WARNING: ["DRIVING_AIDS", "Şeritten ayrılma uyarısı", "Lane departure warning"],
  BLIND_SPOT: ["DRIVING_AIDS", "Kör nokta uyarısı", "Blind spot warning"],
  ADAPTIVE_CRUISE: ["DRIVING_AIDS", "Adaptif hız sabitleyici (ACC)", "Adaptive cruise control"],
  CRUISE_CONTROL: ["DRIVING_AIDS", "Hız sabitleyici", "Cruise control"],
  SPEED_LIMITER: ["DRIVING_AIDS", "Hız sınırlayıcı", "Speed limiter"],
  TRAFFIC_SIGN_RECOGNITION: ["DRIVING_AIDS", "Trafik işareti tanıma", "Traffic sign recognition"],
  HILL_START_ASSIST: ["DRIVING_AIDS", "Yokuş kalkış desteği", "Hill start assist"],
  HILL_DESCENT: ["DRIVING_AIDS", "Yokuş iniş desteği", "Hill descent control"],
  DRIVER_FATIGUE: ["DRIVING_AIDS", "Yorgunluk tespit sistemi", "Driver fatigue detection"],
  NIGHT_VISION: ["DRIVING_AIDS", "Gece görüş sistemi", "Night vision"],
  PARKING_SENSOR_FRONT: ["DRIVING_AIDS", "Ön park sensörü", "Front parking sensors"],
  PARKING_SENSOR_REAR: ["DRIVING_AIDS", "Arka park sensörü", "Rear parking sensors"],
  REAR_CAMERA: ["DRIVING_AIDS", "Geri görüş kamerası", "Reversing camera"],
  CAMERA_360: ["DRIVING_AIDS", "360° kamera", "360° camera"],
  PARK_ASSIST: ["DRIVING_AIDS", "Otomatik park asistanı", "Park assist"],
  AUTO_HOLD: ["DRIVING_AIDS", "Auto hold", "Auto hold"],
  AIR_CONDITIONING: ["COMFORT", "Klima", "Air conditioning"],
  CLIMATE_CONTROL: ["COMFORT", "Otomatik klima", "Automatic climate control"],
  CLIMATE_MULTI_ZONE: ["COMFORT", "Çok bölgeli klima", "Multi-zone climate control"],
  KEYLESS_ENTRY: ["COMFORT", "Anahtarsız giriş", "Keyless entry"],
  KEYLESS_START: ["COMFORT", "Anahtarsız çalıştırma", "Keyless start"],
  START_STOP: ["COMFORT", "Start / stop", "Start/stop"],
  ELECTRIC_WINDOWS_FRONT: ["COMFORT", "Elektrikli ön camlar", "Electric front windows"],
  ELECTRIC_WINDOWS_REAR: ["COMFORT", "Elektrikli arka camlar", "Electric rear windows"],
  ELECTRIC_MIRRORS: ["COMFORT", "Elektrikli aynalar", "Electric mirrors"],
  FOLDING_MIRRORS: ["COMFORT", "Katlanır aynalar", "Folding mirrors"],
  HEATED_MIRRORS: ["COMFORT", "Isıtmalı aynalar", "Heated mirrors"],
  RAIN_SENSOR: ["COMFORT", "Yağmur sensörü", "Rain sensor"],
  LIGHT_SENSOR: ["COMFORT", "Far sensörü", "Light sensor"],
  ELECTRIC_PARKING_BRAKE: ["COMFORT", "Elektrikli el freni", "Electric parking brake"],
  ELECTRIC_TAILGATE: ["COMFORT", "Elektrikli bagaj kapağı", "Electric tailgate"],
  PADDLE_SHIFT: ["COMFORT", "F1 vites (kulakçık)", "Paddle shift"],
  DRIVE_MODES: ["COMFORT", "Sürüş modu seçimi", "Drive mode selection"],
  AIR_SUSPENSION: ["COMFORT", "Havalı süspansiyon", "Air suspension"],
  AUXILIARY_HEATER: ["COMFORT", "Webasto", "Auxiliary heater"],
  TOUCH_SCREEN: ["MULTIMEDIA", "Dokunmatik ekran", "Touch screen"],
  NAVIGATION: ["MULTIMEDIA", "Navigasyon", "Navigation"],
  APPLE_CARPLAY: ["MULTIMEDIA", "Apple CarPlay", "Apple CarPlay"],
  ANDROID_AUTO: ["MULTIMEDIA", "Android Auto", "Android Auto"],
  BLUETOOTH: ["MULTIMEDIA", "Bluetooth", "Bluetooth"],
  USB_AUX: ["MULTIMEDIA", "USB / AUX", "USB / AUX"],
  PREMIUM_AUDIO: ["MULTIMEDIA", "Premium ses sistemi", "Premium audio"],
  WIRELESS_CHARGING: ["MULTIMEDIA", "Kablosuz şarj", "Wireless phone charging"],
  DIGITAL_DASHBOARD: ["MULTIMEDIA", "Dijital gösterge paneli", "Digital instrument cluster"],
  HEAD_UP_DISPLAY: ["MULTIMEDIA", "Head-up display", "Head-up display"],
  REAR_ENTERTAINMENT: ["MULTIMEDIA", "Arka eğlence sistemi", "Rear entertainment"],
  VOICE_CONTROL: ["MULTIMEDIA", "Sesli kontrol", "Voice control"],
  LEATHER_SEATS: ["INTERIOR", "Deri koltuk", "Leather seats"],
  FABRIC_SEATS: ["INTERIOR", "Kumaş koltuk", "Fabric seats"],
  ELECTRIC_SEATS: ["INTERIOR", "Elektrikli koltuk", "Electric seats"],
  MEMORY_SEATS: ["INTERIOR", "Hafızalı koltuk", "Memory seats"],
  HEATED_SEATS: ["INTERIOR", "Isıtmalı koltuk", "Heated seats"],
  VENTILATED_SEATS: ["INTERIOR", "Soğutmalı koltuk", "Ventilated seats"],
  MASSAGE_SEATS: ["INTERIOR", "Masajlı koltuk", "Massage seats"],
  SPORT_SEATS: ["INTERIOR", "Spor koltuk", "Sport seats"],
  HEATED_STEERING: ["INTERIOR", "Isıtmalı direksiyon", "Heated steering wheel"],
  LEATHER_STEERING: ["INTERIOR", "Deri direksiyon", "Leather steering wheel"],
  MULTIFUNCTION_STEERING: ["INTERIOR", "Fonksiyonel direksiyon", "Multifunction steering wheel"],
  AMBIENT_LIGHTING: ["INTERIOR", "Ambiyans aydınlatma", "Ambient lighting"],
  ARMREST: ["INTERIOR", "Kol dayama", "Armrest"],
  THIRD_ROW_SEATS: ["INTERIOR", "Üçüncü sıra koltuk", "Third-row seats"],
  TRIP_COMPUTER: ["INTERIOR", "Yol bilgisayarı", "Trip computer"],
  SUNROOF: ["EXTERIOR", "Sunroof", "Sunroof"],
  PANORAMIC_ROOF: ["EXTERIOR", "Panoramik cam tavan", "Panoramic roof"],
  ALLOY_WHEELS: ["EXTERIOR", "Alaşım jant", "Alloy wheels"],
  LED_HEADLIGHTS: ["EXTERIOR", "LED far", "LED headlights"],
  XENON_HEADLIGHTS: ["EXTERIOR", "Xenon far", "Xenon headlights"],
  ADAPTIVE_HEADLIGHTS: ["EXTERIOR", "Adaptif / matrix far", "Adaptive headlights"],
  FOG_LIGHTS: ["EXTERIOR", "Sis farı", "Fog lights"],
  DAYTIME_LIGHTS: ["EXTERIOR", "Gündüz sürüş farı", "Daytime running lights"],
  ROOF_RAILS: ["EXTERIOR", "Tavan rayı", "Roof rails"],
  TOW_BAR: ["EXTERIOR", "Çeki demiri", "Tow bar"],
  TINTED_WINDOWS: ["EXTERIOR", "Renkli cam", "Tinted windows"],
  SPORT_PACKAGE: ["EXTERIOR", "Spor paket", "Sport package"],
  SLIDING_DOOR: ["EXTERIOR", "Sürgülü kapı", "Sliding door"],
} as const satisfies Record<string, readonly [FeatureGroup, string, string]>;

export type Feature = keyof typeof CATALOGUE;

export interface FeatureDefinition {
  code: Feature;
  group: FeatureGroup;
  tr: string;
  en: string;
}

function isFeature(code: string): code is Feature {
  return Object.hasOwn(CATALOGUE, code);
}

/** Codes in catalogue order; a published code never changes its meaning. */
export const FEATURES: readonly Feature[] = Object.keys(CATALOGUE).filter(isFeature);

/** The catalogue with its labels, in catalogue order. */
export const FEATURE_CATALOGUE: readonly FeatureDefinition[] = FEATURES.map((code) => {
  const [group, tr, en] = CATALOGUE[code];
  return { code, group, tr, en };
});

export const featureField = z.enum(FEATURES, { error: "validation.feature_unknown" });

/** Features of one group, in catalogue order. */
export function featuresOf(group: FeatureGroup): FeatureDefinition[] {
  return FEATURE_CATALOGUE.filter((feature) => feature.group === group);
}
