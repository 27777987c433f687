package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.context.Extractor;

import java.util.List;
import java.util.Locale;

/** Turkish. Sentences are built so that no ending has to be put to a word that is filled in. */
enum TurkishPhrases implements Phrases {
    IT;

    private static final Locale TURKISH = Locale.of("tr", "TR");

    @Override
    public Locale locale() {
        return TURKISH;
    }

    @Override
    public String notice() {
        return "> **Deneme ortamı.** Bunu hiçbir model okumadı. Gerçek yanıtlar için GROQ_API_KEY gibi bir anahtar tanımlayın.";
    }

    @Override
    public String untitled() {
        return "mesajınız";
    }

    @Override
    public String opening(int variant, String subject) {
        return switch (variant) {
            case 0 -> "Gerçek bir yanıt burada başlar, tıpkı bu sözcükler gibi parça parça gelirdi. Konunuz: *" + subject + "*.";
            case 1 -> "Konunuz *" + subject + "*. Bu konuda bir şey söyleyemem, ama bir yanıtın nasıl görüneceğini gösterebilirim.";
            default -> "Burası şu konunun yeri: *" + subject + "*. Bir model gelene kadar, isteğiniz hakkında bildiklerim şunlar:";
        };
    }

    @Override
    public String wrote(String beginning) {
        return "- Yazdığınız: “" + beginning + "”";
    }

    @Override
    public String brought(int sources) {
        return sources == 1 ? "- Yanında gelen tek kaynak: [1]" : "- Yanında gelen kaynak sayısı: " + number(sources) + "; ilki [1], sonuncusu [" + sources + "]";
    }

    @Override
    public String asked(String model) {
        return "- Sorulan model: `" + model + "`";
    }

    @Override
    public String measured(long promptTokens, int messages, long cap) {
        return "- İstem: " + number(messages) + " mesajda **" + number(promptTokens) + "** jeton; yanıta en çok " + number(cap)
                + " jeton ayrıldı";
    }

    @Override
    public String limitsHead() {
        return "| Sınır | Kalan | Tam dolum |\n|---|--:|--:|\n";
    }

    @Override
    public String axis(Axis axis) {
        return switch (axis) {
            case RPM -> "Dakikada istek";
            case RPD -> "Günde istek";
            case TPM -> "Dakikada jeton";
            case TPD -> "Günde jeton";
            case ITPM -> "Dakikada istem jetonu";
            case OTPM -> "Dakikada yanıt jetonu";
        };
    }

    @Override
    public String docstring() {
        return "Yalnızca bir iskelet: görevi hiçbir model okumadı.";
    }

    @Override
    public String closing(int variant) {
        return switch (variant) {
            case 0 -> "Özetleme ve bilgi çıkarma burada da çalışır: bir metin verip deneyin.";
            case 1 -> "Şimdiden gerçek bir sonuç ister misiniz? Bir metin yapıştırıp özetini isteyin.";
            default -> "Yukarıdaki sayılar doğrudur: deneme ortamı, bir sağlayıcı nasıl sayıyorsa öyle sayar.";
        };
    }

    @Override
    public String thinking(String subject) {
        return "Mesajın konusu: " + subject + ". Burada bunu düşünecek bir model yok; bunu söyleyip sayıları göstereceğim.";
    }

    @Override
    public String joined(List<String> words) {
        return Phrases.joined(words, "ve");
    }

    @Override
    public String summaryNote(int kept, int of) {
        return "*Deneme ortamı: " + number(of) + " tümceden " + number(kept)
                + " tanesini yerleşik özetleyici seçti. Metni hiçbir model okumadı.*";
    }

    @Override
    public String nothingFound() {
        return "Metinde bu türden bir şey bulunamadı.\n\n*Deneme ortamı: yerleşik çıkarıcı aradı. Metni hiçbir model okumadı.*";
    }

    @Override
    public String foundHead() {
        return "| Tür | Bulunan |\n|---|---|\n";
    }

    @Override
    public String foundNote(int found, int hidden) {
        return "*Deneme ortamı: yerleşik çıkarıcı " + number(found) + " bilgi buldu" + (hidden > 0 ? ", " + number(hidden)
                + " tanesi gösterilmedi" : "")
                + ". Metni hiçbir model okumadı.*";
    }

    @Override
    public String kind(Extractor.Kind kind) {
        return switch (kind) {
            case LINK -> "Bağlantı";
            case EMAIL -> "E-posta";
            case DATE -> "Tarih";
            case MONEY -> "Tutar";
            case PERCENT -> "Yüzde";
            case TIME -> "Saat";
            case PHONE -> "Telefon";
            case NAME -> "Ad";
            case HEADING -> "Başlık";
        };
    }

    @Override
    public String seconds() {
        return "sn";
    }

    @Override
    public String minutes() {
        return "dk";
    }

    @Override
    public String hours() {
        return "sa";
    }
}
