import type { Locale } from "@oto/domain";
import type { NewsFacts } from "../notification/catalogue/message-values";
import { messageValues } from "../notification/catalogue/message-values";
import { systemMessage } from "../notification/catalogue/system.messages";

const FACTS: Readonly<Record<Locale, NewsFacts>> = {
  tr: {
    vehicleTitle: "2019 Volkswagen Passat 1.6 TDI",
    counterpart: "Ege Otomotiv",
    galleryName: "Yıldız Oto Galeri",
    name: "Dizel Passat, 2018 ve üstü",
    reason: "Kredi çıkmadı",
    excerpt: "Araç bugün görülebilir mi?",
    step: "Ekspertiz",
    amount: { amount: 124_500_000, currency: "TRY" },
    previousAmount: { amount: 129_000_000, currency: "TRY" },
    until: "2026-06-12T15:30:00.000Z",
    count: 3,
  },
  en: {
    vehicleTitle: "2019 Volkswagen Passat 1.6 TDI",
    counterpart: "Ege Otomotiv",
    galleryName: "Yıldız Oto Galeri",
    name: "Diesel Passat, 2018 and newer",
    reason: "No credit",
    excerpt: "Can the car be seen today?",
    step: "Inspection",
    amount: { amount: 124_500_000, currency: "TRY" },
    previousAmount: { amount: 129_000_000, currency: "TRY" },
    until: "2026-06-12T15:30:00.000Z",
    count: 3,
  },
};
const ITEMS: Readonly<Record<Locale, string>> = {
  tr: "• Ege Otomotiv, 2019 Volkswagen Passat için 1.245.000 ₺ teklif etti.",
  en: "• Ege Otomotiv offered ₺1,245,000 for 2019 Volkswagen Passat.",
};

interface SampleRequest {
  /** Of the text. */
  readonly name: string;
  readonly locale: Locale;
  readonly panelUrl: string;
}

/** Values that a preview and a test message are filled with. */
export function sampleValues({ locale, name, panelUrl }: SampleRequest): Record<string, string> {
  return {
    ...messageValues(FACTS[locale], locale),
    firstName: "Deniz",
    url: new URL("/teklifler", panelUrl).href,
    code: "481516",
    items: ITEMS[locale],
    ...systemMessage(name)?.samples?.[locale],
  };
}
