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
});
