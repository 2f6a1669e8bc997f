import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { DealLogBody, Locale, LogValue } from "@oto/domain";
import PDFDocument from "pdfkit";
import { DOCUMENT_TEXTS } from "./document-texts";
import { entryLines, moment, moneyIn, textIn } from "./entry-lines";
import type { LogDocument } from "./log-document";
import { documentText } from "./log-document";
import type { LogPublicKey } from "./log-keys";
import { drawQr } from "./pdf-qr";

type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = 48;
const QR_WIDTH = 96;
const INK = "#1b2330";
const FAINT = "#5b6676";
const RULE = "#d5dae2";
const ACCENT = "#0f6b5c";

const font = (name: string): string =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** RFC 7638 thumbprint of a public key: short enough to be read out. */
function fingerprint({ crv, kty, x }: LogPublicKey): string {
  return createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
}

const find = (document: LogDocument, kind: DealLogBody["kind"]): DealLogBody | undefined =>
  document.entries.find(({ body }) => body.kind === kind)?.body;

interface Page {
  pdf: Pdf;
  document: LogDocument;
  locale: Locale;
  /** Where the platform publishes the keys that prove the document. */
  keysUrl: string;
}

function heading({ pdf }: Page, text: string): void {
  pdf.moveDown(1).font("bold").fontSize(11.5).fillColor(ACCENT).text(text, MARGIN);
  pdf.moveDown(0.35);
}

function fact({ pdf }: Page, label: string, value: string): void {
  if (value === "") return;
  const top = pdf.y;
  pdf.font("regular").fontSize(9).fillColor(FAINT).text(label, MARGIN, top, { width: 120 });
  const after = pdf.y;
  const width = pdf.page.width - 2 * MARGIN - 130;
  pdf.fillColor(INK).text(value, MARGIN + 130, top, { width });
  pdf.y = Math.max(after, pdf.y) + 1.5;
}

function title(page: Page): void {
  const { document, locale, pdf } = page;
  const t = DOCUMENT_TEXTS[locale];
  pdf.font("bold").fontSize(18).fillColor(INK).text(t.title, MARGIN, MARGIN);
  pdf.font("regular").fontSize(9).fillColor(FAINT).text(t.subtitle);
  pdf.moveDown(0.8);
  fact(page, t.negotiation, document.negotiation);
  fact(page, t.issuedAt, `${moment(document.issuedAt, locale)} (${document.issuedAt})`);
}

function party(page: Page, label: string, value: LogValue | undefined): void {
  const t = DOCUMENT_TEXTS[page.locale];
  const place = [textIn(value, "district"), textIn(value, "province")].filter(Boolean).join(", ");
  const licence = textIn(value, "licenceNo");
  const lines = [
    textIn(value, "name"),
    textIn(value, "legalName"),
    licence ? `${t.licence}: ${licence}` : "",
    place,
  ];
  fact(page, label, lines.filter(Boolean).join("\n"));
}

/** Who, what and for how much: from the entries themselves, which are signed. */
function agreement(page: Page): void {
  const { document, locale } = page;
  const t = DOCUMENT_TEXTS[locale];
  const opened = find(document, "offer.opened")?.data;
  const started = find(document, "reservation.started")?.data;
  heading(page, t.parties);
  party(page, t.seller, started?.seller ?? opened?.seller);
  party(page, t.buyer, started?.buyer ?? opened?.buyer);
  heading(page, t.vehicle);
  const vehicle = started?.vehicle ?? opened?.vehicle;
  fact(page, t.vehicle, textIn(vehicle, "title"));
  fact(page, t.modelYear, textIn(vehicle, "modelYear"));
  const km = Number(textIn(vehicle, "mileageKm"));
  fact(
    page,
    t.mileage,
    km > 0 ? `${km.toLocaleString(locale === "tr" ? "tr-TR" : "en-GB")} km` : "",
  );
  fact(page, t.plate, textIn(vehicle, "plate"));
  fact(page, t.vin, textIn(vehicle, "vin"));
  fact(page, t.asking, moneyIn(opened, "asking", locale));
  fact(page, t.agreed, moneyIn(started, "amount", locale) || t.noAgreement);
}

function sideName({ by }: DealLogBody, locale: Locale): string {
  const t = DOCUMENT_TEXTS[locale];
  if (by.side === null) return t.platform;
  return by.side === "BUYER" ? t.buyer : t.seller;
}

function steps(page: Page): void {
  const { document, locale, pdf } = page;
  const t = DOCUMENT_TEXTS[locale];
  heading(page, t.steps);
  for (const { body, hash } of document.entries) {
    const who = sideName(body, locale);
    const lines = entryLines(body, locale);
    const width = pdf.page.width - 2 * MARGIN - 34;
    pdf.font("regular").fontSize(9);
    const height = 40 + lines.reduce((sum, line) => sum + pdf.heightOfString(line, { width }), 0);
    if (pdf.y + height > pdf.page.height - MARGIN - 24) pdf.addPage();
    const top = pdf.y;
    pdf
      .moveTo(MARGIN, top)
      .lineTo(pdf.page.width - MARGIN, top)
      .lineWidth(0.5)
      .stroke(RULE);
    pdf
      .font("bold")
      .fontSize(9)
      .fillColor(ACCENT)
      .text(`${body.seq}`, MARGIN, top + 5);
    const left = MARGIN + 34;
    pdf.fillColor(INK).text(`${t.kinds[body.kind]} — ${who}`, left, top + 5, { width });
    pdf.font("regular").fontSize(8).fillColor(FAINT);
    pdf.text(`${moment(body.at, locale)} · ${body.at}`, left, pdf.y, { width });
    pdf.fontSize(9).fillColor(INK);
    for (const line of lines) pdf.text(line, left, pdf.y + 1, { width });
    pdf
      .font("mono")
      .fontSize(6.5)
      .fillColor(FAINT)
      .text(`${t.hash} ${hash}`, left, pdf.y + 2);
    pdf.y += 5;
  }
}

function proof(page: Page): void {
  const { document, locale, pdf } = page;
  const t = DOCUMENT_TEXTS[locale];
  if (pdf.y > pdf.page.height - 230) pdf.addPage();
  heading(page, t.proof);
  const top = pdf.y;
  const width = pdf.page.width - 2 * MARGIN - QR_WIDTH - 16;
  drawQr(pdf, page.keysUrl, { x: MARGIN + width + 16, y: top, width: QR_WIDTH });
  pdf.font("regular").fontSize(9).fillColor(INK).text(t.proofText, MARGIN, top, { width });
  pdf.moveDown(0.4).fillColor(FAINT).text(t.keysAt, { width });
  pdf.fillColor(ACCENT).text(page.keysUrl, { width, link: page.keysUrl });
  pdf.y = Math.max(pdf.y, top + QR_WIDTH) + 8;
  for (const key of document.keys) {
    fact(page, t.key, key.kid);
    fact(page, t.fingerprint, fingerprint(key));
  }
  fact(page, t.seal, document.seal.hash);
}

function footers({ document, locale, pdf }: Page): void {
  const t = DOCUMENT_TEXTS[locale];
  const { count, start } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    const at = pdf.page.height - MARGIN + 14;
    pdf.page.margins.bottom = 0;
    pdf.font("regular").fontSize(7.5).fillColor(FAINT);
    pdf.text(document.negotiation, MARGIN, at, { lineBreak: false });
    pdf.text(t.page(index + 1, count), MARGIN, at, {
      width: pdf.page.width - 2 * MARGIN,
      align: "right",
      lineBreak: false,
    });
  }
}

/** Prints a sealed log for people, with itself attached as JSON. */
export async function logPdf(
  document: LogDocument,
  { keysUrl, locale }: { locale: Locale; keysUrl: string },
): Promise<Buffer> {
  const t = DOCUMENT_TEXTS[locale];
  const pdf = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    lang: locale,
    font: font("DejaVuSansCondensed"),
    info: { Title: t.title, Author: "Kontak", CreationDate: new Date(document.issuedAt) },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
  pdf.registerFont("regular", font("DejaVuSansCondensed"));
  pdf.registerFont("bold", font("DejaVuSansCondensed-Bold"));
  pdf.registerFont("mono", font("DejaVuSansMono"));
  pdf.file(Buffer.from(documentText(document)), {
    name: `${document.negotiation}.json`,
    type: "application/json",
    description: t.title,
  });
  const page: Page = { pdf, document, locale, keysUrl };
  title(page);
  agreement(page);
  steps(page);
  proof(page);
  footers(page);
  pdf.end();
  return done;
}
