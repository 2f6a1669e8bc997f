import type { Random } from "../random";
import { between } from "../random";

/** Soft heaps of cloud across a band of sky. */
export function clouds(
  area: { width: number; top: number; bottom: number },
  random: Random,
): string {
  const out = [
    `<radialGradient id="puff"><stop offset="0" stop-color="#fff" stop-opacity="0.5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>`,
  ];
  for (let heap = 0; heap < 5; heap += 1) {
    const x = random() * area.width;
    const y = between(random, area.top, area.bottom);
    const wide = between(random, 60, 150);
    for (let i = 0; i < 16; i += 1) {
      const along = random() * 2 - 1;
      const size = between(random, 0.2, 0.55) * wide * (1 - 0.5 * Math.abs(along));
      out.push(
        `<ellipse cx="${(x + along * wide * 1.3).toFixed(0)}" cy="${(y + between(random, -8, 6)).toFixed(0)}" rx="${size.toFixed(0)}" ry="${(size * 0.32).toFixed(0)}" fill="url(#puff)"/>`,
      );
    }
  }
  return out.join("");
}

/** A crown of leaves made of many small tufts, lit from above. */
export function crown(
  place: { x: number; y: number; wide: number; tall: number },
  greens: readonly [string, string, string],
  random: Random,
): string {
  const out: string[] = [];
  for (const [layer, color] of greens.entries()) {
    for (let i = 0; i < 16; i += 1) {
      const angle = random() * Math.PI * 2;
      const reach = Math.sqrt(random());
      const x = place.x + Math.cos(angle) * reach * place.wide;
      const y = place.y + Math.sin(angle) * reach * place.tall - layer * place.tall * 0.24;
      const size = between(random, 0.16, 0.34) * place.wide;
      out.push(
        `<ellipse cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" rx="${size.toFixed(0)}" ry="${(size * 0.72).toFixed(0)}" fill="${color}"/>`,
      );
    }
  }
  return out.join("");
}
