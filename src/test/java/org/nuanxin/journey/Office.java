package org.nuanxin.journey;

import java.util.List;

/**
 * Where a journey takes place: another county, roster, language and screen each time, so that they share one application.
 *
 * @param language of the pages
 * @param width of the screen in pixels
 * @param ready rows of the roster that can be written
 * @param errors rows of the roster with something to mend
 * @param parent somebody of the roster, 60 or older, of whom no ability grade is known
 * @param initials of the parent's name
 * @param citizenId of the parent
 * @param approver who confirms what the caseworker registered
 * @param elsewhere a caseworker of another county
 */
record Office(
        String language,
        int width,
        String caseworker,
        String roster,
        int ready,
        int errors,
        String parent,
        String initials,
        String citizenId,
        String lead,
        String approver,
        String elsewhere) {

    static final Office LICHENG = new Office(
            "zh",
            1440,
            "jingban",
            "licheng-persons.xlsx",
            145,
            9,
            "张阿蕊",
            "zar",
            "35050219460718276X",
            "魏如意",
            "shenhe",
            "anxi");
    static final Office ANXI = new Office(
            "en",
            1440,
            "anxi",
            "anxi-couples.xlsx",
            53,
            7,
            "刘月娥",
            "lye",
            "350524195202042761",
            "魏如松",
            "shenhe-shi",
            "jinjiang");
    static final Office JINJIANG = new Office(
            "zh",
            390,
            "jinjiang",
            "jinjiang-persons.csv",
            215,
            0,
            "曾美珠",
            "zmz",
            "35058219500428718X",
            "魏如兰",
            "shenhe-shi",
            "jingban");

    boolean phone() {
        return width < 700;
    }

    /** The four statutory seats, by the names of their kinds. */
    List<String> seats() {
        return List.of("TOWNSHIP_CADRE", "VILLAGE_PRESIDENT", "VILLAGE_DOCTOR", "GROUP_LEADER");
    }
}
