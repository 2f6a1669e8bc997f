import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Kontak Galeri",
    short_name: "Kontak",
    description: "Galeriniz için stok, teklif ve pazar paneli.",
    lang: "tr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f5f8f9",
    theme_color: "#0f4c5a",
    categories: ["business", "productivity"],
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Araç ekle", url: "/stok/yeni" },
      { name: "Teklifler", url: "/teklifler" },
    ],
  };
}
