import { defineMessages } from "./define-messages";

/** What saved searches find, and what becomes of vehicles that people follow. */
export const marketMessages = defineMessages({
  "search.match": {
    group: "market",
    channels: ["push"],
    variables: { vehicleTitle: true, name: true, amount: false },
    title: { tr: "Aramanıza uyan araç", en: "A vehicle for your search" },
    line: {
      tr: "“{name}” aramanıza uyan bir araç var: {vehicleTitle}, {amount}",
      en: "A vehicle matches your search “{name}”: {vehicleTitle}, {amount}",
    },
  },
  "search.digest": {
    group: "market",
    channels: ["email"],
    variables: { name: true, count: true },
    title: { tr: "Aramalarınızda günün özeti", en: "Your searches today" },
    line: {
      tr: "“{name}” aramanıza uyan {count} yeni araç var.",
      en: "New vehicles that match your search “{name}”: {count}",
    },
  },
  "favorite.price_dropped": {
    group: "market",
    channels: ["push"],
    variables: { vehicleTitle: true, previousAmount: false, amount: true },
    title: { tr: "Takip ettiğiniz araç ucuzladı", en: "A vehicle you follow got cheaper" },
    line: {
      tr: "{vehicleTitle} fiyatı {previousAmount} yerine {amount} oldu.",
      en: "The price of {vehicleTitle} went from {previousAmount} to {amount}.",
    },
  },
});
