"use client";

import QRCode from "qrcode";
import { useMemo } from "react";

/** Light cells around a code, as its standard asks. */
const QUIET = 4;

interface QrCodeProps {
  text: string;
  label: string;
}

/** A QR code, drawn here: what it holds may be a secret and goes to no other host. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
    const dark: string[] = [];
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column)) dark.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
      }
    }
    return { size: modules.size + 2 * QUIET, path: dark.join("") };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-control"
    >
      {/* Scanners want dark on light, whatever the theme. */}
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
