import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { PhotoRefusedError } from "./photo-content";
import type { ProcessedPhoto } from "./process-photo";
import { processPhoto } from "./process-photo";

const PLAIN = { watermark: null };

type Corners = readonly [string, string, string, string];
const [RED, GREEN, BLUE, WHITE] = ["#d00000", "#00b000", "#0000d0", "#ffffff"];
const UPRIGHT_CORNERS: Corners = [RED, GREEN, BLUE, WHITE];

/** A picture whose corners (top left, top right, bottom left, bottom right) tell which way is up. */
function corners(width: number, height: number, colours = UPRIGHT_CORNERS): Buffer {
  const [w, h] = [width / 2, height / 2];
  const [topLeft, topRight, bottomLeft, bottomRight] = colours;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="${w}" height="${h}" fill="${topLeft}"/>
      <rect x="${w}" width="${w}" height="${h}" fill="${topRight}"/>
      <rect y="${h}" width="${w}" height="${h}" fill="${bottomLeft}"/>
      <rect x="${w}" y="${h}" width="${w}" height="${h}" fill="${bottomRight}"/></svg>`,
  );
}

/** A real PNG of one bit a pixel, made without holding the picture. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))), { level: 1 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const largest = (photo: ProcessedPhoto, format = "jpeg") => {
  const found = photo.variants.filter((variant) => variant.format === format).at(-1);
  if (!found) throw new Error(`no ${format}`);
  return found;
};

/** Colours in the middle of the four quarters of a file. */
async function quarters(file: Buffer): Promise<string[]> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const offset =
      (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    // Rounded coarsely: lossy formats shift a colour by a little.
    return [...data.subarray(offset, offset + 3)].map((part) => Math.round(part / 51)).join("");
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

const UPRIGHT = ["400", "030", "004", "555"];

async function refusal(file: Buffer): Promise<string> {
  const error = await processPhoto(file, PLAIN).catch((caught: unknown) => caught);
  if (!(error instanceof PhotoRefusedError)) throw new Error(`not refused: ${String(error)}`);
  return error.reason;
}

describe("variants of a photo", () => {
  it("come in five widths and three formats, in the photo's proportions", async () => {
    const file = await sharp(corners(2400, 1600)).jpeg().toBuffer();
    const photo = await processPhoto(file, PLAIN);
    expect(photo).toMatchObject({ width: 1920, height: 1280 });
    expect(photo.variants.map(({ format, width }) => `${width}.${format}`)).toEqual(
      [320, 640, 960, 1280, 1920].flatMap((w) => [`${w}.avif`, `${w}.webp`, `${w}.jpeg`]),
    );
    for (const { data, format, width, height } of photo.variants) {
      const real = await sharp(data).metadata();
      expect([real.format === "heif" ? "avif" : real.format, real.width, real.height]).toEqual([
        format,
        width,
        height,
      ]);
      expect(height).toBe(Math.round((width * 2) / 3));
    }
    expect(photo.placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(photo.placeholder.length).toBeLessThan(1_000);
    expect(photo.dominantColor).toMatch(/^#[0-9a-f]{6}$/);
  });

  it("are never larger than the photo", async () => {
    const file = await sharp(corners(500, 400)).png().toBuffer();
    const { variants, width } = await processPhoto(file, PLAIN);
    expect(width).toBe(500);
    expect([...new Set(variants.map((variant) => variant.width))]).toEqual([320, 500]);
  });

  it("stay within what the formats can hold for very long pictures", async () => {
    const long = { width: 400, height: 20_000, channels: 3, background: "#888888" } as const;
    const photo = await processPhoto(await sharp({ create: long }).jpeg().toBuffer(), PLAIN);
    expect([photo.width, photo.height]).toEqual([58, 2880]);
  });

  it("are the same for the same file", async () => {
    const file = await sharp(corners(700, 500)).jpeg().toBuffer();
    const [a, b] = await Promise.all([processPhoto(file, PLAIN), processPhoto(file, PLAIN)]);
    expect(a.variants.map(({ data }) => data.toString("base64"))).toEqual(
      b.variants.map(({ data }) => data.toString("base64")),
    );
  });
});

describe("orientation", () => {
  // How a camera that was held in that way stores the upright picture (EXIF 2.32, tag 274).
  const STORED: readonly (readonly [number, Corners])[] = [
    [1, [RED, GREEN, BLUE, WHITE]],
    [2, [GREEN, RED, WHITE, BLUE]],
    [3, [WHITE, BLUE, GREEN, RED]],
    [4, [BLUE, WHITE, RED, GREEN]],
    [5, [RED, BLUE, GREEN, WHITE]],
    [6, [GREEN, WHITE, RED, BLUE]],
    [7, [WHITE, GREEN, BLUE, RED]],
    [8, [BLUE, RED, WHITE, GREEN]],
  ];

  it.each(STORED)("%i ends upright", async (orientation, stored) => {
    const picture = orientation < 5 ? corners(900, 600, stored) : corners(600, 900, stored);
    const file = await sharp(picture)
      .withMetadata({ orientation })
      .jpeg({ quality: 95 })
      .toBuffer();
    expect((await sharp(file).metadata()).orientation).toBe(orientation);
    const photo = await processPhoto(file, PLAIN);
    expect([photo.width, photo.height]).toEqual([900, 600]);
    for (const format of ["avif", "webp", "jpeg"]) {
      const { data } = largest(photo, format);
      expect(await quarters(data)).toEqual(UPRIGHT);
      expect((await sharp(data).metadata()).orientation).toBeUndefined();
    }
  });
});

describe("metadata", () => {
  it("of the place, the camera and the owner is gone from every variant", async () => {
    const file = await sharp(corners(900, 600))
      .withExif({
        IFD0: { Make: "SECRETCAM", Artist: "SECRETNAME" },
        IFD3: {
          GPSLatitudeRef: "N",
          GPSLatitude: "41/1 0/1 30/1",
          GPSLongitudeRef: "E",
          GPSLongitude: "28/1 58/1 0/1",
        },
      })
      .withIccProfile("p3")
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRETXMP</a></x:xmpmeta>`)
      .jpeg()
      .toBuffer();
    expect(file.includes("SECRETCAM") && file.includes("SECRETXMP")).toBe(true);
    const { variants } = await processPhoto(file, PLAIN);
    for (const { data } of variants) {
      const { exif, icc, xmp, iptc } = await sharp(data).metadata();
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(data.includes("SECRET")).toBe(false);
    }
  });
});

describe("unusual photos", () => {
  it("in CMYK become sRGB", async () => {
    const file = await sharp(corners(900, 600))
      .toColourspace("cmyk")
      .withIccProfile("cmyk")
      .jpeg({ quality: 95 })
      .toBuffer();
    expect((await sharp(file).metadata()).space).toBe("cmyk");
    const { data } = largest(await processPhoto(file, PLAIN));
    expect((await sharp(data).metadata()).space).toBe("srgb");
    const [red, green, blue, white] = await quarters(data);
    expect(white).toBe("555");
    for (const [index, colour] of [red, green, blue].entries()) {
      const parts = [...(colour ?? "")].map(Number);
      expect(parts.indexOf(Math.max(...parts))).toBe(index);
    }
  });

  it("of 16 bits, greyscale or transparent become 8-bit sRGB", async () => {
    const deep = await sharp(corners(900, 600)).toColourspace("rgb16").png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe("ushort");
    const grey = await sharp(corners(900, 600)).greyscale().png().toBuffer();
    const clear = await sharp({
      create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    for (const file of [deep, grey, clear]) {
      const real = await sharp(largest(await processPhoto(file, PLAIN)).data).metadata();
      expect([real.space, real.depth, real.channels]).toEqual(["srgb", "uchar", 3]);
    }
    expect(await quarters(largest(await processPhoto(deep, PLAIN)).data)).toEqual(UPRIGHT);
    expect(await quarters(largest(await processPhoto(clear, PLAIN)).data)).toContain("555");
  });

  it.each(["gif", "webp"] as const)("that move (%s) show their first picture", async (format) => {
    const frame = async (background: string) =>
      sharp({ create: { width: 400, height: 300, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = await Promise.all([frame("#d00000"), frame("#0000d0"), frame("#00b000")]);
    const file = await sharp(frames, { join: { animated: true } })
      [format]()
      .toBuffer();
    expect((await sharp(file).metadata()).pages).toBe(3);
    const photo = await processPhoto(file, PLAIN);
    expect([photo.width, photo.height]).toEqual([400, 300]);
    expect(await quarters(largest(photo).data)).toEqual(["400", "400", "400", "400"]);
  });

  it.each(["png", "webp", "avif", "gif"] as const)(
    "under a wrong name count as what they are (%s)",
    async (format) => {
      const file = await sharp(corners(640, 480))[format]().toBuffer();
      expect(await quarters(largest(await processPhoto(file, PLAIN)).data)).toEqual(UPRIGHT);
    },
  );

  it("of one pixel are a photo too", async () => {
    const file = await sharp({
      create: { width: 1, height: 1, channels: 3, background: "#123456" },
    })
      .png()
      .toBuffer();
    const photo = await processPhoto(file, {
      watermark: { text: "A", position: "CENTER", opacity: 1 },
    });
    expect(photo.variants).toHaveLength(3);
  });
});

describe("refused files", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)("cut short: %s", async (format) => {
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const file = await sharp({
      create: { width: 600, height: 450, channels: 3, background: "#fff", noise },
    })
      .toFormat(format, { effort: format === "avif" ? 0 : 1 })
      .toBuffer();
    const cut = file.subarray(0, Math.floor(file.length * 0.6));
    expect(await refusal(cut)).toBe("media.unreadable");
  });

  it.each([
    [false, 0.6],
    [true, 0.6],
    [true, 0.97],
  ])("large and cut short (progressive %s, at %s)", async (progressive, share) => {
    const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
    const file = await sharp({
      create: { width: 3000, height: 2000, channels: 3, background: "#fff", noise },
    })
      .jpeg({ progressive })
      .toBuffer();
    expect(await refusal(file.subarray(0, Math.floor(file.length * share)))).toBe(
      "media.unreadable",
    );
  });

  it("of 20,000 × 20,000 pixels, before they are decoded", async () => {
    const file = hugePng(20_000);
    expect(file.length).toBeLessThan(1_000_000);
    const started = performance.now();
    expect(await refusal(file)).toBe("media.too_many_pixels");
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("that are no photos at all", async () => {
    const files = [
      Buffer.from("Bu bir fotoğraf değil, düz yazı.\n".repeat(50)),
      Buffer.from("%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from("<html><body><script>alert(1)</script></body></html>"),
      Buffer.alloc(0),
      Buffer.alloc(4_096),
    ];
    for (const file of files) expect(await refusal(file)).toBe("media.mismatched_type");
  });

  it("with a photo's first bytes and nothing behind them", async () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.alloc(500)]);
    expect(await refusal(jpeg)).toBe("media.unreadable");
  });
});

describe("watermark", () => {
  const dark = sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#202020" } });

  /** Share of light pixels in each quarter of the picture. */
  async function light(file: Buffer): Promise<number[]> {
    const { data, info } = await sharp(file)
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const counts = [0, 0, 0, 0];
    for (let y = 0; y < info.height; y += 1) {
      for (let x = 0; x < info.width; x += 1) {
        const quarter = (x * 2 >= info.width ? 1 : 0) + (y * 2 >= info.height ? 2 : 0);
        if ((data[y * info.width + x] ?? 0) > 120) counts[quarter] = (counts[quarter] ?? 0) + 1;
      }
    }
    return counts;
  }

  it.each([
    ["TOP_LEFT", 0],
    ["TOP_RIGHT", 1],
    ["BOTTOM_LEFT", 2],
    ["BOTTOM_RIGHT", 3],
  ] as const)("stands at %s only", async (position, quarter) => {
    const file = await dark.clone().jpeg().toBuffer();
    const watermark = { text: "Iğdır Oto", position, opacity: 0.9 };
    const counts = await light(largest(await processPhoto(file, { watermark })).data);
    expect(counts[quarter]).toBeGreaterThan(500);
    expect(counts.filter((_, index) => index !== quarter)).toEqual([0, 0, 0]);
  });

  it("fits long names, and leaves photos alone when nothing can be written", async () => {
    const file = await dark.clone().jpeg().toBuffer();
    const write = async (text: string) =>
      light(
        largest(await processPhoto(file, { watermark: { text, position: "CENTER", opacity: 1 } }))
          .data,
      );
    const long = await write(
      "Şanlıurfa Öz Güneydoğu Otomotiv Sanayi ve Ticaret Limited Şirketi ".repeat(2),
    );
    expect(Math.min(...long)).toBeGreaterThan(0);
    expect(await write("日本車 <&>".slice(0, 3))).toEqual([0, 0, 0, 0]);
  });
});
