import type { GateRule } from "@oto/domain";

/** Where on the vehicle's page, or in the settings, a check of the publish gate is mended. */
const PLACE: Record<GateRule, string | null> = {
  gallery_approved: null,
  licence_stated: "/ayarlar",
  licence_valid: "/ayarlar",
  make_series: "#arac",
  model: "#arac",
  trim: "#arac",
  model_year: "#arac",
  fuel: "#arac",
  mileage: "#arac",
  price: "#arac",
  vin: "#arac",
  plate: "#arac",
  plate_unusual: "#arac",
  panels: "#kaporta",
  damage_record: "#hasar",
  damage_queried: "#hasar",
  liens: "#hukuk",
  warranty: "#hukuk",
  photos: "#fotograflar",
  cover: "#fotograflar",
  description_contact: "#aciklama",
  eids: null,
  six_plus_six: "#ruhsat",
  ekspertiz: "#ekspertiz",
};

export const gateLink = (rule: GateRule): string | null => PLACE[rule];
