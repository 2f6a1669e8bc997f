/** `B` is who looks for a car, `S` who sells it; minutes since the line before. */
export type DemoLine = readonly [who: "B" | "S", minutes: number, text: string];

/** Talks as dealers have them. */
export const DEMO_TALKS: readonly (readonly DemoLine[])[] = [
  [
    ["B", 0, "Selamünaleyküm, araç duruyor mu?"],
    ["S", 6, "Aleykümselam, duruyor. Bugün iki kişi baktı."],
    ["B", 2, "Boya değişen durumu nedir, ekspertizi var mı?"],
    [
      "S",
      4,
      "Sol ön çamurluk boyalı, gerisi orijinal. Ekspertiz raporu dosyada, isterseniz göndereyim.",
    ],
    ["B", 1, "Gönderin bakalım. Müşterim hazır, uygun olursa yarın alırız."],
    ["S", 9, "Yarın öğleden sonra galerideyim, çay hazır 🙂"],
  ],
  [
    ["B", 0, "Kolay gelsin, son fiyat ne olur bize?"],
    ["S", 12, "Sağ olun. İlan fiyatında biraz pay var, teklifinizi görelim."],
    ["B", 3, "Sistemden teklif gireyim, oradan konuşalım."],
    ["S", 2, "Tamamdır, bekliyorum 👍"],
  ],
  [
    ["B", 0, "Merhaba, tramer kaydı ne kadar?"],
    ["S", 15, "Merhaba, 8.400 TL tek kalem, tampon. Kayıt ilanda ekli."],
    ["B", 2, "Lastikler nasıl?"],
    ["S", 1, "2024 üretim, dört mevsim, yeni sayılır."],
    ["B", 5, "Takas düşünür müsünüz? Elimde 2017 Egea var."],
    ["S", 8, "Egea olur, kilometresi ve boyası neyse ona göre konuşuruz."],
    ["B", 1, "98 bin, hatasız. Fotoğraflarını yükleyip kartını atarım."],
    ["S", 1, "Bekliyorum abi."],
  ],
  [
    ["B", 0, "Hayırlı işler. Aracı İzmir'den alacağız, çekiciye teslim eder misiniz?"],
    ["S", 20, "Hayırlı işler. Noter işi bitsin, çekiciye biz yükleriz."],
    ["B", 4, "Vekâletle satış olur mu?"],
    ["S", 3, "Olur, vekâleti dijital gönderin yeterli."],
    ["B", 2, "Süper, ödemeyi güvenli ödemeden yaparız."],
    ["S", 1, "Anlaştık 🤝"],
  ],
  [
    ["B", 0, "Aracın ikinci anahtarı ve servis kayıtları var mı?"],
    ["S", 30, "İki anahtar da var, bakımları yetkili serviste. Son bakım 82 binde."],
    ["B", 3, "Teşekkürler, ortağımla konuşup döneceğim."],
  ],
];

/** Two galleries at large, without a car. */
export const DEMO_PAIR_TALK: readonly DemoLine[] = [
  ["B", 0, "Ustam bayram öncesi elinde dizel otomatik sedan var mı?"],
  ["S", 25, "İki Passat bir Superb gelecek hafta sonu. İlana koymadan size yazarım."],
  ["B", 2, "Makbule geçer, müşteri sırada bekliyor 🙏"],
  ["S", 180, "Biri geldi, birazdan fotoğraflıyoruz."],
];
