import type { GateTexts } from "./messages-shape";

export const gateTr: GateTexts = {
  gallery_approved: {
    label: "Galeri onaylı",
    message: "Galeriniz henüz onaylı değil.",
    fix: "Onay tamamlanınca ilanınızı yayınlayabilirsiniz.",
  },
  licence_stated: {
    label: "Yetki belgesi belirtilmiş",
    message: "Yetki belgesi numarası belirtilmemiş.",
    fix: "Galeri bilgilerinize yetki belgesi numaranızı ekleyin.",
  },
  licence_valid: {
    label: "Yetki belgesi geçerli",
    message: "Yetki belgenizin süresi {date} tarihinde dolmuş.",
    fix: "Belgenizi yenileyip galeri bilgilerinizde bitiş tarihini güncelleyin.",
  },
  make_series: {
    label: "Marka ve seri",
    message: "Marka ya da seri seçilmemiş.",
    fix: "Araç bilgilerinden marka ve seriyi seçin.",
  },
  model: {
    label: "Model",
    message: "Model seçilmemiş.",
    fix: "Araç bilgilerinden modeli seçin.",
  },
  trim: {
    label: "Donanım paketi",
    message: "Donanım paketi seçilmemiş.",
    fix: "Araç bilgilerinden donanım paketini seçin.",
  },
  model_year: {
    label: "Model yılı",
    message: "Model yılı belirtilmemiş.",
    fix: "Model yılını girin.",
  },
  fuel: { label: "Yakıt", message: "Yakıt türü belirtilmemiş.", fix: "Yakıt türünü seçin." },
  mileage: {
    label: "Kilometre",
    message: "Kilometre belirtilmemiş.",
    fix: "Göstergedeki kilometreyi girin.",
  },
  price: {
    label: "Fiyat",
    message: "Fiyat belirtilmemiş.",
    fix: "Sıfırdan büyük bir fiyat girin.",
  },
  vin: {
    label: "Şasi numarası",
    message: "Geçerli bir şasi numarası belirtilmemiş; ilanda son 6 hanesi yer almalı.",
    fix: "Ruhsattaki 17 karakterlik şasi numarasını girin.",
  },
  plate: {
    label: "Plaka",
    message: "Plaka belirtilmemiş.",
    fix: "Aracın plakasını girin. Plaka herkese açık sayfalarda gösterilmez.",
  },
  plate_unusual: {
    label: "Plaka biçimi",
    message: "Plaka alışılmış biçimde değil.",
    fix: "Resmî, geçici ya da yabancı plaka değilse yazımını kontrol edin.",
  },
  panels: {
    label: "Boya ve değişen bilgisi",
    message: "{missing} parçanın durumu belirtilmemiş.",
    fix: "Kaporta şemasında 13 parçanın tamamını işaretleyin.",
  },
  damage_record: {
    label: "Hasar kaydı",
    message: "Hasar kaydı belirtilmemiş.",
    fix: "Hasar kaydı bölümünde aracın Tramer durumunu belirtin.",
  },
  damage_queried: {
    label: "Tramer sorgusu",
    message: "Hasar kaydı bilinmiyor olarak belirtilmiş.",
    fix: "Tramer sorgusu yapıp sonucunu ekleyin; alıcılar daha çok güvenir.",
  },
  liens: {
    label: "Rehin ve haciz",
    message: "Rehin ya da haciz durumu belirtilmemiş.",
    fix: "Aracın rehin ve haciz durumunu seçin.",
  },
  warranty: {
    label: "Garanti",
    message: "Kalan garanti belirtilmemiş.",
    fix: "Garanti bitiş tarihini girin ya da garantisi olmadığını işaretleyin.",
  },
  photos: {
    label: "Fotoğraflar",
    message: "Hazır fotoğraf sayısı {ready}; en az {min} olmalı.",
    fix: "Fotoğraf ekleyin ve işlenmelerini bekleyin.",
  },
  cover: {
    label: "Kapak fotoğrafı",
    message: "Kapak fotoğrafı seçilmemiş ya da henüz hazır değil.",
    fix: "Hazır fotoğraflardan birini kapak yapın.",
  },
  description_contact: {
    label: "Açıklamada iletişim bilgisi yok",
    message: "Açıklamada telefon, e-posta ya da bağlantı var.",
    fix: "İletişim bilgilerini açıklamadan çıkarın; alıcılar size Kontak üzerinden ulaşır.",
  },
  eids: {
    label: "EİDS doğrulaması",
    message: "Araç için EİDS doğrulaması yapılmamış.",
    fix: "Araç sahibi e-Devlet üzerinden yetki verdikten sonra doğrulamayı başlatın.",
  },
  six_plus_six: {
    label: "6 ay ve 6.000 km kuralı",
    message: "Araç, ilk tescilden itibaren {months} ay ve {km} km dolmadan pazarlanamaz.",
    fix: "Süre ve kilometre dolunca yayınlayın; ilk tescil tarihini kontrol edin.",
  },
  ekspertiz: {
    label: "Ekspertiz raporu",
    message: "Bu araç için ekspertiz raporu gerekiyor.",
    fix: "TSE belgeli bir firmadan rapor alıp bilgilerini ekleyin.",
  },
};
