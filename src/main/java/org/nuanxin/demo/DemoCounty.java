package org.nuanxin.demo;

import java.util.List;

/**
 * How many invented families a county gets, who registers them and who confirms.
 *
 * @param townships codes whose villages they live in; a township named twice gets twice as many
 * @param earlier stock families of the roster of two years ago
 * @param later stock families of last year's roster
 * @param losses new losses of the last eleven months, confirmed by now
 * @param waiting stock families registered this week
 * @param contactsPercent how many of a hundred months have a visit or call besides the quarter's and the festivals'
 */
record DemoCounty(
        String code,
        List<String> townships,
        String registrar,
        String confirmer,
        int earlier,
        int later,
        int losses,
        int waiting,
        int contactsPercent,
        List<Integer> leadDaysAgo) {

    static final List<DemoCounty> ALL = List.of(
            new DemoCounty(
                    "350502000000",
                    List.of(
                            "350502005000",
                            "350502005000",
                            "350502003000",
                            "350502004000",
                            "350502001000",
                            "350502006000",
                            "350502007000"),
                    "jingban",
                    "shenhe",
                    20,
                    10,
                    4,
                    3,
                    45,
                    List.of(12, 7, 1)),
            new DemoCounty(
                    "350524000000",
                    List.of("350524100000", "350524100000", "350524101000", "350524104000"),
                    "anxi",
                    "shenhe-shi",
                    11,
                    6,
                    2,
                    1,
                    20,
                    List.of(9, 2)),
            new DemoCounty(
                    "350582000000",
                    List.of("350582001000", "350582002000", "350582103000", "350582104000"),
                    "jinjiang",
                    "shenhe-shi",
                    11,
                    6,
                    2,
                    1,
                    15,
                    List.of(6, 3)),
            new DemoCounty(
                    "350583000000",
                    List.of("350583001000", "350583113000", "350583119000"),
                    "nanan",
                    "shenhe-shi",
                    6,
                    4,
                    1,
                    0,
                    10,
                    List.of(4)),
            new DemoCounty(
                    "350521000000",
                    List.of("350521100000", "350521101000"),
                    "huian",
                    "shenhe-shi",
                    4,
                    2,
                    1,
                    0,
                    10,
                    List.of(5)));
}
