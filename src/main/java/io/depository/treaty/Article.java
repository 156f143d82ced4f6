package io.depository.treaty;

/**
 * The number of an article as effects carry it, bare ({@code "12"}), and as texts cite it. Where the agreement is silent and
 * the general law of treaties decides, the number names its convention ({@code "VCLT 56"}).
 */
final class Article {

    private static final String VCLT = "VCLT ";
    private static final String VCSST = "VCSST ";

    private Article() {}

    static String ofVclt(String number) {
        return VCLT + number;
    }

    static String ofVcsst(String number) {
        return VCSST + number;
    }

    /** статья 12; статья 56 Венской конвенции. */
    static String ru(String article) {
        if (article.startsWith(VCLT)) {
            return "статья " + article.substring(VCLT.length()) + " Венской конвенции";
        }
        if (article.startsWith(VCSST)) {
            return "статья " + article.substring(VCSST.length())
                    + " Венской конвенции о правопреемстве государств в отношении договоров";
        }
        return "статья " + article;
    }

    /** Article 12; VCLT 56. */
    static String en(String article) {
        return article.startsWith(VCLT) || article.startsWith(VCSST) ? article : "Article " + article;
    }

    /** A reason with the article that it rests on before it. */
    static Bilingual because(String article, String ru, String en) {
        String cited = ru(article);
        return new Bilingual(
                Character.toUpperCase(cited.charAt(0)) + cited.substring(1) + ": " + ru, en(article) + ": " + en);
    }
}
