package org.nuanxin.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;

/** Names, numbers and addresses of people who do not exist; the same ones at every first start. */
final class InventedPeople {

    private static final List<String> SURNAMES = List.of(
            "陈", "林", "黄", "王", "吴", "郑", "蔡", "苏", "庄", "傅", "洪", "施", "许", "叶", "曾", "颜", "谢", "郭", "潘", "柯", "廖",
            "侯", "戴", "卓", "留", "粘", "蒲", "万");
    private static final List<String> MEN = List.of(
            "守礼", "振辉", "国梁", "建民", "文良", "福来", "庆祥", "天赐", "明德", "金钗", "长根", "仁义", "水生", "传芳", "再兴", "启东", "春福", "春霖",
            "贻谋", "景山", "良才", "荣华", "启明", "德山", "光辉", "家和", "永健", "进财", "耀宗", "培元");
    private static final List<String> WOMEN = List.of(
            "素月", "秀治", "惠珠", "阿勤", "碧云", "锦绣", "丽卿", "宝月", "淑华", "美英", "玉钗", "瑞珠", "阿治", "梅花", "秀枝", "锦治", "惜娥", "雪卿",
            "桂英", "秀惠", "清秀", "琼瑶", "宝莲", "美玉", "素贞", "明珠", "月里", "月甜", "金凤", "丽珍");
    private static final List<String> SONS =
            List.of("志鹏", "伟强", "晓东", "文彬", "俊杰", "少华", "建平", "志远", "海滨", "思源", "家豪", "毅", "明辉", "剑锋", "宏伟");
    private static final List<String> DAUGHTERS =
            List.of("晓燕", "雅婷", "丽娜", "思颖", "婷婷", "慧敏", "小梅", "文静", "佳怡", "雅琴", "晓雯", "秀丽", "静", "莹", "欣怡");
    private static final List<String> STREETS = List.of("和平路", "新华路", "中山街", "南环路", "东街", "环城路", "溪滨路", "文兴路");

    private final Random random;
    private int serial;

    /** Numbers are counted from {@code first} on. */
    InventedPeople(Random random, int first) {
        this.random = random;
        this.serial = first;
    }

    String surname() {
        return one(SURNAMES);
    }

    String given(Sex sex) {
        return one(sex == Sex.MALE ? MEN : WOMEN);
    }

    String childsGiven(Sex sex) {
        return one(sex == Sex.MALE ? SONS : DAUGHTERS);
    }

    /** Formally right and never issued twice; numbers of the day from 900 on, which registrars hardly reach. */
    CitizenId citizenId(String countyCode, LocalDate born, Sex sex) {
        int ofTheDay = 900 + serial++ * 2 % 98 + (sex == Sex.MALE ? 1 : 0);
        String first17 = countyCode.substring(0, 6) + born.format(DateTimeFormatter.BASIC_ISO_DATE) + ofTheDay;
        return new CitizenId(first17 + CitizenId.checkDigit(first17));
    }

    String phone() {
        return "1380000" + "%04d".formatted(1000 + serial++);
    }

    /** A one-card account that satisfies the Luhn check. */
    String account() {
        String first18 = "62284800" + "%010d".formatted(7_000_000L + serial++ * 37L);
        int sum = 0;
        for (int i = 0; i < first18.length(); i++) {
            int digit = first18.charAt(first18.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed / 10 + weighed % 10;
        }
        return first18 + (10 - sum % 10) % 10;
    }

    String address(String village) {
        boolean flat = village.endsWith("社区居委会");
        return flat
                ? one(STREETS) + (11 + random.nextInt(280)) + "号" + (1 + random.nextInt(6)) + "幢"
                        + (1 + random.nextInt(7)) + "0" + (1 + random.nextInt(4)) + "室"
                : village.replace("村委会", "村") + (1 + random.nextInt(160)) + "号";
    }

    LocalDate day(int year) {
        return LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
