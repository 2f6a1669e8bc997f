import { domainMessages } from "@oto/domain";
import enChat from "../../messages/en/chat.json";
import enCommon from "../../messages/en/common.json";
import enCompare from "../../messages/en/compare.json";
import enDashboard from "../../messages/en/dashboard.json";
import enDeals from "../../messages/en/deals.json";
import enFavorites from "../../messages/en/favorites.json";
import enJoin from "../../messages/en/join.json";
import enLive from "../../messages/en/live.json";
import enMarket from "../../messages/en/market.json";
import enNotifications from "../../messages/en/notifications.json";
import enOffers from "../../messages/en/offers.json";
import enPhotos from "../../messages/en/photos.json";
import enPrivacy from "../../messages/en/privacy.json";
import enReports from "../../messages/en/reports.json";
import enReservations from "../../messages/en/reservations.json";
import enReview from "../../messages/en/review.json";
import enSearches from "../../messages/en/searches.json";
import enSecurity from "../../messages/en/security.json";
import enSettings from "../../messages/en/settings.json";
import enShare from "../../messages/en/share.json";
import enShell from "../../messages/en/shell.json";
import enSignIn from "../../messages/en/sign-in.json";
import enStock from "../../messages/en/stock.json";
import enSupport from "../../messages/en/support.json";
import enTeam from "../../messages/en/team.json";
import enVehicle from "../../messages/en/vehicle.json";
import enVehicleForm from "../../messages/en/vehicle-form.json";
import trChat from "../../messages/tr/chat.json";
import trCommon from "../../messages/tr/common.json";
import trCompare from "../../messages/tr/compare.json";
import trDashboard from "../../messages/tr/dashboard.json";
import trDeals from "../../messages/tr/deals.json";
import trFavorites from "../../messages/tr/favorites.json";
import trJoin from "../../messages/tr/join.json";
import trLive from "../../messages/tr/live.json";
import trMarket from "../../messages/tr/market.json";
import trNotifications from "../../messages/tr/notifications.json";
import trOffers from "../../messages/tr/offers.json";
import trPhotos from "../../messages/tr/photos.json";
import trPrivacy from "../../messages/tr/privacy.json";
import trReports from "../../messages/tr/reports.json";
import trReservations from "../../messages/tr/reservations.json";
import trReview from "../../messages/tr/review.json";
import trSearches from "../../messages/tr/searches.json";
import trSecurity from "../../messages/tr/security.json";
import trSettings from "../../messages/tr/settings.json";
import trShare from "../../messages/tr/share.json";
import trShell from "../../messages/tr/shell.json";
import trSignIn from "../../messages/tr/sign-in.json";
import trStock from "../../messages/tr/stock.json";
import trSupport from "../../messages/tr/support.json";
import trTeam from "../../messages/tr/team.json";
import trVehicle from "../../messages/tr/vehicle.json";
import trVehicleForm from "../../messages/tr/vehicle-form.json";
import type { AppLocale } from "./locale";

/** One file a feature, so that two people never edit the same one. */
const FEATURES = {
  tr: {
    chat: trChat,
    common: trCommon,
    compare: trCompare,
    dashboard: trDashboard,
    deals: trDeals,
    favorites: trFavorites,
    join: trJoin,
    live: trLive,
    market: trMarket,
    notifications: trNotifications,
    offers: trOffers,
    photos: trPhotos,
    privacy: trPrivacy,
    reports: trReports,
    reservations: trReservations,
    review: trReview,
    searches: trSearches,
    security: trSecurity,
    settings: trSettings,
    share: trShare,
    shell: trShell,
    signIn: trSignIn,
    stock: trStock,
    support: trSupport,
    team: trTeam,
    vehicle: trVehicle,
    vehicleForm: trVehicleForm,
  },
  en: {
    chat: enChat,
    common: enCommon,
    compare: enCompare,
    dashboard: enDashboard,
    deals: enDeals,
    favorites: enFavorites,
    join: enJoin,
    live: enLive,
    market: enMarket,
    notifications: enNotifications,
    offers: enOffers,
    photos: enPhotos,
    privacy: enPrivacy,
    reports: enReports,
    reservations: enReservations,
    review: enReview,
    searches: enSearches,
    security: enSecurity,
    settings: enSettings,
    share: enShare,
    shell: enShell,
    signIn: enSignIn,
    stock: enStock,
    support: enSupport,
    team: enTeam,
    vehicle: enVehicle,
    vehicleForm: enVehicleForm,
  },
} as const;

/**
 * All texts of the app: a namespace a feature, and the labels of values under `domain`. Texts of
 * refusals and of the publish gate come ready from the API and stay away from the browser.
 */
export function messagesOf(locale: AppLocale) {
  const {
    errors: _errors,
    gate: _gate,
    validation: _validation,
    ...labels
  } = domainMessages[locale];
  return { ...FEATURES[locale], domain: labels };
}
