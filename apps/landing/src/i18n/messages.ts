import { domainMessages } from "@oto/domain";
import enCommon from "../../messages/en/common.json";
import enGallery from "../../messages/en/gallery.json";
import enHome from "../../messages/en/home.json";
import enInfo from "../../messages/en/info.json";
import enLegal from "../../messages/en/legal.json";
import enRegister from "../../messages/en/register.json";
import enReset from "../../messages/en/reset.json";
import enSearch from "../../messages/en/search.json";
import enVehicle from "../../messages/en/vehicle.json";
import trCommon from "../../messages/tr/common.json";
import trGallery from "../../messages/tr/gallery.json";
import trHome from "../../messages/tr/home.json";
import trInfo from "../../messages/tr/info.json";
import trLegal from "../../messages/tr/legal.json";
import trRegister from "../../messages/tr/register.json";
import trReset from "../../messages/tr/reset.json";
import trSearch from "../../messages/tr/search.json";
import trVehicle from "../../messages/tr/vehicle.json";
import type { AppLocale } from "./locale";

const FEATURES = {
  tr: {
    common: trCommon,
    gallery: trGallery,
    home: trHome,
    info: trInfo,
    legal: trLegal,
    register: trRegister,
    reset: trReset,
    search: trSearch,
    vehicle: trVehicle,
  },
  en: {
    common: enCommon,
    gallery: enGallery,
    home: enHome,
    info: enInfo,
    legal: enLegal,
    register: enRegister,
    reset: enReset,
    search: enSearch,
    vehicle: enVehicle,
  },
} as const;

/** All texts of the site: a namespace a feature, and the labels of values under `domain`. */
export function messagesOf(locale: AppLocale) {
  const {
    errors: _errors,
    gate: _gate,
    validation: _validation,
    ...labels
  } = domainMessages[locale];
  return { ...FEATURES[locale], domain: labels };
}

export type AppMessages = ReturnType<typeof messagesOf>;

/** The namespaces that the market's interactive parts read. */
export function marketMessages({ common, search, vehicle, domain }: AppMessages) {
  const { feature: _feature, panel: _panel, panelState: _state, ...labels } = domain;
  return { common, search, vehicle, domain: labels };
}

/** The namespaces that registration and password reset read. */
export function accountMessages({ common, register, reset }: AppMessages) {
  return { common, register, reset };
}
