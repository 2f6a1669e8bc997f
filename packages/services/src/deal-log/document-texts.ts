import type { DealLogKind, Locale } from "@oto/domain";

/** Every word of the printed log. */
interface DocumentTexts {
  title: string;
  subtitle: string;
  negotiation: string;
  issuedAt: string;
  parties: string;
  buyer: string;
  seller: string;
  platform: string;
  licence: string;
  vehicle: string;
  modelYear: string;
  mileage: string;
  plate: string;
  vin: string;
  agreed: string;
  noAgreement: string;
  asking: string;
  steps: string;
  hash: string;
  message: string;
  reason: string;
  until: string;
  round: string;
  finalOffer: string;
  silent: string;
  proof: string;
  proofText: string;
  keysAt: string;
  key: string;
  fingerprint: string;
  seal: string;
  page: (page: number, of: number) => string;
  kinds: Record<DealLogKind, string>;
}

const TR: DocumentTexts = {
  title: "Pazarlık ve anlaşma kaydı",
  subtitle: "Kontak · imzalı, zincirlenmiş kayıt",
  negotiation: "Pazarlık no",
  issuedAt: "Düzenlenme",
  parties: "Taraflar",
  buyer: "Alıcı",
  seller: "Satıcı",
  platform: "Platform",
  licence: "Yetki belgesi no",
  vehicle: "Araç",
  modelYear: "Model yılı",
  mileage: "Kilometre",
  plate: "Plaka",
  vin: "Şasi no",
  agreed: "Anlaşılan bedel",
  noAgreement: "Anlaşma yok",
  asking: "İstenen bedel",
  steps: "Adımlar",
  hash: "Özet (SHA-256)",
  message: "Mesaj",
  reason: "Gerekçe",
  until: "Geçerlilik",
  round: "Tur",
  finalOffer: "son teklif",
  silent: "karşı taraf 72 saat sessiz kaldığı için",
  proof: "Doğrulama",
  proofText:
    "Her adım kendinden öncekinin özetini taşır ve platformun Ed25519 anahtarıyla imzalanır; bu dosyanın tamamı da imzalıdır. Aynı kayıt JSON olarak bu PDF'e eklidir. Doğrulamak için: npm run deal:verify <dosya>.",
  keysAt: "Açık anahtarların yayımlandığı adres (kare kodda da yazılıdır):",
  key: "Anahtar no",
  fingerprint: "Anahtar parmak izi (RFC 7638)",
  seal: "Belge özeti",
  page: (page, of) => `Sayfa ${page} / ${of}`,
  kinds: {
    "offer.opened": "Teklif verildi",
    "offer.countered": "Karşı teklif verildi",
    "offer.accepted": "Teklif kabul edildi",
    "offer.rejected": "Teklif reddedildi",
    "offer.withdrawn": "Teklif geri çekildi",
    "offer.expired": "Teklifin süresi doldu",
    "offer.closed": "Pazarlık kapandı",
    "offer.repriced": "İstenen bedel değişti",
    "offer.noted": "Not",
    "reservation.started": "Araç rezerve edildi",
    "reservation.extension_requested": "Rezervasyon için süre istendi",
    "reservation.extension_declined": "Süre isteği reddedildi",
    "reservation.extended": "Rezervasyon uzatıldı",
    "reservation.completed": "Araç satıldı",
    "reservation.cancelled": "Rezervasyon iptal edildi",
    "reservation.expired": "Rezervasyonun süresi doldu",
    "deal.step_changed": "Kontrol listesi",
    "deal.document_added": "Belge eklendi",
    "deal.document_removed": "Belge kaldırıldı",
    "deal.confirmed": "Teslim onaylandı",
    "deal.completed": "Anlaşma tamamlandı",
    "deal.rated": "Karşı taraf değerlendirildi",
    "deal.disputed": "Anlaşmazlık bildirildi",
    "deal.dispute_ended": "Anlaşmazlık sonuçlandı",
  },
};

const EN: DocumentTexts = {
  title: "Record of a negotiation and deal",
  subtitle: "Kontak · signed, hash-chained log",
  negotiation: "Negotiation no.",
  issuedAt: "Issued",
  parties: "Parties",
  buyer: "Buyer",
  seller: "Seller",
  platform: "Platform",
  licence: "Dealer's licence no.",
  vehicle: "Vehicle",
  modelYear: "Model year",
  mileage: "Mileage",
  plate: "Plate",
  vin: "VIN",
  agreed: "Agreed price",
  noAgreement: "No agreement",
  asking: "Asking price",
  steps: "Steps",
  hash: "Hash (SHA-256)",
  message: "Message",
  reason: "Reason",
  until: "Valid until",
  round: "Round",
  finalOffer: "final offer",
  silent: "since the other side said nothing for 72 hours",
  proof: "Verification",
  proofText:
    "Every step carries the hash of the one before it and is signed with the platform's Ed25519 key; this whole file is signed as well. The same log is attached to this PDF as JSON. To verify: npm run deal:verify <file>.",
  keysAt: "Where the public keys are published (the code says the same):",
  key: "Key id",
  fingerprint: "Key fingerprint (RFC 7638)",
  seal: "Document hash",
  page: (page, of) => `Page ${page} of ${of}`,
  kinds: {
    "offer.opened": "Offer made",
    "offer.countered": "Counter-offer made",
    "offer.accepted": "Offer accepted",
    "offer.rejected": "Offer rejected",
    "offer.withdrawn": "Offer withdrawn",
    "offer.expired": "Offer expired",
    "offer.closed": "Negotiation closed",
    "offer.repriced": "Asking price changed",
    "offer.noted": "Note",
    "reservation.started": "Vehicle reserved",
    "reservation.extension_requested": "Longer reservation asked for",
    "reservation.extension_declined": "Longer reservation declined",
    "reservation.extended": "Reservation extended",
    "reservation.completed": "Vehicle sold",
    "reservation.cancelled": "Reservation cancelled",
    "reservation.expired": "Reservation expired",
    "deal.step_changed": "Checklist",
    "deal.document_added": "Document added",
    "deal.document_removed": "Document removed",
    "deal.confirmed": "Handover confirmed",
    "deal.completed": "Deal completed",
    "deal.rated": "Other side rated",
    "deal.disputed": "Deal disputed",
    "deal.dispute_ended": "Dispute settled",
  },
};

export const DOCUMENT_TEXTS: Record<Locale, DocumentTexts> = { tr: TR, en: EN };
