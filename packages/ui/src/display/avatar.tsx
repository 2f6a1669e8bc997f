"use client";

import * as RadixAvatar from "radix-ui/avatar";
import { cn } from "../foundation/cn";

interface AvatarProps {
  /** Whose: gives the initials and, unless decorative, the accessible name. */
  name: string;
  src?: string | undefined;
  size?: "sm" | "md" | "lg" | "xl" | undefined;
  /** Rounded square, for firms; people are round. */
  shape?: "round" | "square" | undefined;
  className?: string | undefined;
}

const SIZE = {
  sm: "size-8 text-xs",
  md: "size-10 text-sm",
  lg: "size-14 text-lg",
  xl: "size-20 text-2xl",
};

/** The first letters of the first and last word, in Turkish capitals: `ilk gün` → `İG`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return `${first}${last}`.toLocaleUpperCase("tr-TR");
}

function hueOf(name: string): number {
  let sum = 0;
  for (const sign of name) {
    sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 360;
  }
  return sum;
}

/** A picture of a person or firm; initials on a steady colour until it loads or without one. */
export function Avatar({ name, src, size = "md", shape = "round", className }: AvatarProps) {
  return (
    <RadixAvatar.Root
      className={cn(
        "inline-grid shrink-0 select-none place-items-center overflow-hidden font-semibold",
        SIZE[size],
        shape === "round" ? "rounded-full" : "rounded-[28%]",
        className,
      )}
      style={{
        backgroundColor: `oklch(0.46 0.075 ${hueOf(name)})`,
        color: "oklch(0.985 0.01 200)",
      }}
    >
      {src === undefined ? null : (
        <RadixAvatar.Image src={src} alt="" className="size-full object-cover" />
      )}
      <RadixAvatar.Fallback aria-hidden="true">{initialsOf(name)}</RadixAvatar.Fallback>
      <span className="sr-only">{name}</span>
    </RadixAvatar.Root>
  );
}
