import { BrandMark } from "../brand/brand-mark";
import { Wordmark } from "../brand/wordmark";
import { cn } from "../foundation/cn";
import { TONE_FILL, TONE_SOFT, TONE_SOLID, TONE_TEXT, TONES } from "../foundation/tone";
import { KitRow } from "./kit-row";
import { KitSection } from "./kit-section";

const GROUNDS = ["bg-canvas", "bg-surface", "bg-raised", "bg-sunken"] as const;

export function FoundationSection() {
  return (
    <KitSection id="foundation" title="Brand, colour, type">
      <KitRow label="Mark and wordmark">
        <BrandMark className="size-14" />
        <Wordmark name="Kontak" />
        <Wordmark name="Kontak" tagline="Gallery panel" />
        <span className="brand-scene rounded-card p-5">
          <Wordmark name="Kontak" />
        </span>
      </KitRow>
      <KitRow label="Grounds">
        {GROUNDS.map((ground) => (
          <span
            key={ground}
            className={cn(
              "grid h-16 w-32 place-items-center rounded-card border text-ink text-sm",
              ground,
            )}
          >
            {ground}
          </span>
        ))}
      </KitRow>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {TONES.map((tone) => (
          <div key={tone} className="flex flex-col gap-2 rounded-card border bg-surface p-4">
            <span className={cn("font-medium", TONE_TEXT[tone])}>{tone}</span>
            <span className={cn("rounded-control px-3 py-2 text-sm", TONE_SOFT[tone])}>soft</span>
            <span className={cn("rounded-control px-3 py-2 text-sm", TONE_SOLID[tone])}>solid</span>
            <span className={cn("h-1.5 rounded-full", TONE_FILL[tone])} />
          </div>
        ))}
      </div>
      <div className="flex flex-col gap-3">
        <p className="text-display">Kontağı çevir: 1.245.000 ₺</p>
        <p className="text-headline">Headline: Şık, güçlü, İstanbul Iğdır Ağrı</p>
        <p className="text-title">Title: 84.500 km, dizel, otomatik</p>
        <p className="text-heading">Heading: Ekspertiz raporu ve hasar kaydı</p>
        <p>Body: the quick brown fox; ğüşıöç ĞÜŞİÖÇ 0123456789 ₺ € $</p>
        <p className="text-ink-muted">Muted text for what comes second.</p>
        <p className="text-ink-subtle text-sm">Subtle text for hints, at the small size.</p>
        <p className="font-mono text-sm">Mono: WVWZZZ3CZJE123456</p>
      </div>
    </KitSection>
  );
}
