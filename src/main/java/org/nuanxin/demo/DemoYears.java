package org.nuanxin.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.advancecare.AdvanceCards;
import org.nuanxin.advancecare.Card;
import org.nuanxin.advancecare.Someone;
import org.nuanxin.advancecare.StoredCard;
import org.nuanxin.family.DatedFacts;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.family.FamilyHeads;
import org.nuanxin.family.NewFamily;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Some people whose years are known further back, and some cards of what people fear most. */
@Component
@OnDemoDatabase
class DemoYears {

    private static final int FAMILIES = 4;

    private final DatedFacts facts;
    private final FamilyHeads heads;
    private final AdvanceCards cards;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    DemoYears(
            DatedFacts facts,
            FamilyHeads heads,
            AdvanceCards cards,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.facts = facts;
        this.heads = heads;
        this.cards = cards;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void make(DemoDesk desk) {
        desk.at(
                desk.today().minusDays(20),
                desk.county().registrar(),
                () -> transaction.executeWithoutResult(status -> {
                    List<Long> families = jdbc.sql("""
                            select f.id from family f where f.status = 'CONFIRMED' and exists (
                                select 1 from person p where p.family_id = f.id and p.died_on is null)
                            order by f.sort_name, f.id limit :families""")
                            .param("families", FAMILIES)
                            .query((row, n) -> row.getLong(1))
                            .list();
                    for (int i = 0; i < families.size(); i++) {
                        List<FamilyHead.Member> living =
                                heads.read(families.get(i)).living();
                        for (int who = 0; who < living.size(); who++) {
                            years(families.get(i), living.get(who), who);
                            card(families.get(i), living.get(who), i * 2 + who, desk.today());
                        }
                    }
                }));
    }

    private void years(long family, FamilyHead.Member member, int who) {
        say(family, member, "medical-insurance", "resident", "2010-01-01", null, "医保参保查询");
        say(family, member, "livelihood", "none", "2014-01-01", null, "入户核对");
        say(family, member, "livelihood", who == 0 ? "near-low-income" : "low-income", "2019-07-01", null, "民政救助系统");
        say(family, member, "livelihood", "low-income", "2021-04-01", null, "民政救助系统");
        if (who == 0) {
            say(family, member, "disability-grade", "3", "2017-05-20", null, "残疾人证");
            say(family, member, "disability-grade", "2", "2023-05-20", "2033-05-20", "残疾人证换证");
        }
    }

    private void say(
            long family,
            FamilyHead.Member member,
            String name,
            String value,
            String from,
            @Nullable String due,
            String source) {
        facts.record(
                family,
                member.id(),
                new NewFamily.NewFact(
                        name, value, LocalDate.parse(from), due == null ? null : LocalDate.parse(due), source));
    }

    /** Complete, partly told, not wanted now, and one whose year is over. */
    private void card(long family, FamilyHead.Member member, int which, LocalDate today) {
        Someone nephew = new Someone("林志明", "外甥", "13959500" + (100 + which));
        Someone neighbour = new Someone("吴秀珍", "邻居", "13859500" + (100 + which));
        Card whole = new Card(
                nephew,
                neighbour,
                which % 2 == 0 ? Card.Guardianship.AGREED : Card.Guardianship.NOT_WANTED,
                which % 2 == 0 ? nephew : Someone.NOBODY,
                which % 2 == 0 ? Boolean.TRUE : null,
                which % 2 == 0 ? today.minusYears(1) : null,
                nephew,
                neighbour,
                "一切从简，想和孩子在一处。",
                "医保卡和存折在卧室左边抽屉。");
        Card part =
                new Card(nephew, Someone.NOBODY, null, Someone.NOBODY, null, null, nephew, Someone.NOBODY, null, null);
        switch (which) {
            case 0 -> tell(family, member, StoredCard.Stance.TALKED, whole, today.minusDays(60), "中秋上门时本人说的");
            case 1, 4 -> tell(family, member, StoredCard.Stance.TALKED, part, today.minusDays(60), "中秋上门时本人说的");
            case 2 -> tell(family, member, StoredCard.Stance.TALKED, whole, today.minusDays(380), "去年住院前本人说的");
            case 3 -> tell(family, member, StoredCard.Stance.NOT_NOW, part, today.minusDays(30), "电话里说的");
            default -> {}
        }
    }

    private void tell(
            long family, FamilyHead.Member member, StoredCard.Stance stance, Card card, LocalDate on, String source) {
        cards.save(
                family,
                member.id(),
                -1,
                new AdvanceCards.Told(new UUID(family, member.id()), stance, card, on, source, null));
    }
}
