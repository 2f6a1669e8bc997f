import { ImageOff } from "lucide-react";
import { cn } from "../foundation/cn";
import type { Picture } from "./image-source";
import { fallbackOf, srcSetOf } from "./image-source";

interface ResponsiveImageProps extends Picture {
  /** Width over height; the frame has it before the picture comes. Default 4/3. */
  ratio?: number | undefined;
  /** The `sizes` of the picture on the page, e.g. `(min-width: 64rem) 25vw, 50vw`. */
  sizes?: string | undefined;
  /** For the one picture that is the largest thing on the page. */
  priority?: boolean | undefined;
  fit?: "cover" | "contain" | undefined;
  className?: string | undefined;
}

/** A picture in the best format and width for the screen, in a frame that does not jump. */
export function ResponsiveImage({
  sources,
  alt,
  blurDataUrl,
  ratio = 4 / 3,
  sizes = "100vw",
  priority = false,
  fit = "cover",
  className,
}: ResponsiveImageProps) {
  const fallback = fallbackOf(sources);
  const formats = (["avif", "webp"] as const).filter((format) =>
    sources.some((source) => source.format === format),
  );
  const jpegSet = srcSetOf(sources, "jpeg");
  return (
    <div
      className={cn("relative overflow-hidden bg-center bg-cover bg-sunken", className)}
      style={{
        aspectRatio: ratio,
        ...(blurDataUrl === undefined || fit === "contain"
          ? {}
          : { backgroundImage: `url("${blurDataUrl}")` }),
      }}
    >
      {fallback === undefined ? (
        <div
          className="absolute inset-0 grid place-items-center text-ink-subtle"
          role="img"
          aria-label={alt}
        >
          <ImageOff aria-hidden="true" className="size-8 opacity-60" />
        </div>
      ) : (
        <picture>
          {formats.map((format) => (
            <source
              key={format}
              type={`image/${format}`}
              srcSet={srcSetOf(sources, format)}
              sizes={sizes}
            />
          ))}
          <img
            src={fallback.url}
            {...(jpegSet === "" ? {} : { srcSet: jpegSet, sizes })}
            alt={alt}
            loading={priority ? "eager" : "lazy"}
            decoding="async"
            fetchPriority={priority ? "high" : "auto"}
            draggable={false}
            className={cn(
              "absolute inset-0 size-full",
              fit === "cover" ? "object-cover" : "object-contain",
            )}
          />
        </picture>
      )}
    </div>
  );
}
