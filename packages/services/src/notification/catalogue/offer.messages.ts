import { defineMessages } from "./define-messages";

const parties = { vehicleTitle: true, counterpart: false } as const;

/** What happens to offers. */
export const offerMessages = defineMessages({
  "offer.created": {
    group: "offers",
    channels: ["email", "push"],
    variables: { ...parties, amount: true },
    title: { tr: "Yeni teklif geldi", en: "New offer" },
    line: {
      tr: "{counterpart}, {vehicleTitle} için {amount} teklif etti.",
      en: "{counterpart} offered {amount} for {vehicleTitle}.",
    },
  },
  "offer.auto_declined": {
    group: "offers",
    channels: [],
    appOnly: true,
    variables: { ...parties, amount: true },
    title: { tr: "Teklif otomatik reddedildi", en: "Offer declined for you" },
    line: {
      tr: "{counterpart}, {vehicleTitle} için {amount} teklif etti; alt sınırınızın altında kaldığı için otomatik reddedildi.",
      en: "{counterpart} offered {amount} for {vehicleTitle}; it was declined for you, being below your lowest price.",
    },
  },
  "offer.countered": {
    group: "offers",
    channels: ["push"],
    variables: { ...parties, amount: true },
    title: { tr: "Karşı teklif geldi", en: "Counter-offer" },
    line: {
      tr: "{counterpart}, {vehicleTitle} için {amount} karşı teklif verdi.",
      en: "{counterpart} made a counter-offer of {amount} for {vehicleTitle}.",
    },
  },
  "offer.accepted": {
    group: "offers",
    channels: ["email", "sms", "push"],
    urgent: true,
    variables: { ...parties, amount: true, until: false },
    title: { tr: "Teklif kabul edildi", en: "Offer accepted" },
    line: {
      tr: "{vehicleTitle} için {counterpart} ile {amount} bedelle anlaşıldı. Araç {until} tarihine kadar rezerve.",
      en: "Agreed with {counterpart} on {amount} for {vehicleTitle}. The vehicle is reserved until {until}.",
    },
  },
  "offer.rejected": {
    group: "offers",
    channels: ["email", "push"],
    variables: parties,
    title: { tr: "Teklif reddedildi", en: "Offer rejected" },
    line: {
      tr: "{counterpart}, {vehicleTitle} için verdiğiniz teklifi reddetti.",
      en: "{counterpart} rejected your offer for {vehicleTitle}.",
    },
  },
  "offer.withdrawn": {
    group: "offers",
    channels: [],
    variables: parties,
    title: { tr: "Teklif geri çekildi", en: "Offer withdrawn" },
    line: {
      tr: "{counterpart}, {vehicleTitle} için teklifini geri çekti.",
      en: "{counterpart} withdrew their offer for {vehicleTitle}.",
    },
  },
  "offer.expired": {
    group: "offers",
    channels: [],
    variables: parties,
    title: { tr: "Teklifin süresi doldu", en: "Offer expired" },
    line: {
      tr: "{vehicleTitle} için {counterpart} ile olan teklifin süresi doldu.",
      en: "The offer with {counterpart} for {vehicleTitle} has expired.",
    },
  },
  "offer.closed": {
    group: "offers",
    channels: [],
    variables: { ...parties, reason: false },
    title: { tr: "Teklif kapandı", en: "Offer closed" },
    line: {
      tr: "{vehicleTitle} artık satışta değil, teklifiniz kapandı.",
      en: "{vehicleTitle} is no longer for sale and your offer was closed.",
    },
    lineByReason: {
      RIVAL_ACCEPTED: {
        tr: "{vehicleTitle} için başka bir alıcıyla anlaşıldı, teklifiniz kapandı. İlginiz için teşekkür ederiz.",
        en: "{vehicleTitle} went to another buyer and your offer was closed. Thank you for your interest.",
      },
      GALLERY_SUSPENDED: {
        tr: "{vehicleTitle} için {counterpart} ile olan görüşme kapatıldı.",
        en: "The negotiation with {counterpart} for {vehicleTitle} was closed.",
      },
    },
  },
  "offer.auto_countered": {
    group: "offers",
    channels: [],
    appOnly: true,
    variables: { ...parties, amount: true },
    title: { tr: "Kuralınız karşı teklif verdi", en: "Your rule made a counter-offer" },
    line: {
      tr: "{counterpart}, {vehicleTitle} için {amount} teklif etti; kuralınız karşı teklif verdi.",
      en: "{counterpart} offered {amount} for {vehicleTitle}; your rule made a counter-offer.",
    },
  },
  "offer.reminded": {
    group: "offers",
    channels: ["push"],
    variables: { ...parties, until: true },
    title: { tr: "Yanıt süresi doluyor", en: "Time to answer runs out" },
    line: {
      tr: "{vehicleTitle} için {counterpart} yanıtınızı bekliyor; teklifin süresi {until} tarihinde doluyor.",
      en: "{counterpart} awaits your answer for {vehicleTitle}; the offer runs out on {until}.",
    },
  },
  "offer.asking_price_changed": {
    group: "offers",
    channels: ["push"],
    variables: { ...parties, amount: true },
    title: {
      tr: "Teklif verdiğiniz aracın fiyatı değişti",
      en: "New price of a vehicle you bid for",
    },
    line: {
      tr: "{counterpart}, teklif verdiğiniz {vehicleTitle} için yeni fiyat belirledi: {amount}.",
      en: "{counterpart} set a new price for {vehicleTitle}, which you made an offer for: {amount}.",
    },
  },
  "offer.price_reached": {
    group: "offers",
    channels: ["push"],
    variables: { ...parties, amount: true },
    title: { tr: "Teklif yeni fiyatınızı karşılıyor", en: "An offer meets your new price" },
    line: {
      tr: "{counterpart} tarafından {vehicleTitle} için verilen {amount} teklif yeni fiyatınızı karşılıyor.",
      en: "The offer of {amount} by {counterpart} for {vehicleTitle} meets your new price.",
    },
  },
  "offer.vehicle_returned": {
    group: "offers",
    channels: ["email", "push"],
    variables: { ...parties, amount: true },
    title: {
      tr: "Kaçırdığınız araç yeniden satışta",
      en: "A vehicle you missed is for sale again",
    },
    line: {
      tr: "{vehicleTitle} yeniden satışta. Son teklifiniz {amount} idi; isterseniz yeniden teklif verebilirsiniz.",
      en: "{vehicleTitle} is for sale again. Your last offer was {amount}; you may bid again.",
    },
  },
});
