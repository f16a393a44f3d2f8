package org.nuanxin.caregroup;

import java.time.LocalDate;
import java.util.List;
import org.nuanxin.common.Formats;
import org.nuanxin.dossier.DossierChapter;
import org.nuanxin.family.FamilyHead;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 关爱小组 in the household file: who sat in it from when to when, and its money. */
@Component
class GroupChapter implements DossierChapter {

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Formats formats;

    GroupChapter(JdbcClient jdbc, MessageSource messages, Formats formats) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "care-group";
    }

    @Override
    public String title() {
        return "caregroup.dossier.title";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Content content(FamilyHead family) {
        List<List<String>> seats = jdbc.sql("""
                        select s.kind, s.person_name, coalesce(s.organisation, ''), s.valid_from, s.valid_to from group_seat s
                        where s.family_id = :family order by s.valid_from, s.id""")
                .param("family", family.id())
                .query((row, n) -> List.of(
                        say("caregroup.seat." + row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        formats.date(row.getObject(4, LocalDate.class)),
                        row.getObject(5) == null
                                ? say("caregroup.dossier.untilNow")
                                : formats.date(row.getObject(5, LocalDate.class))))
                .list();
        List<List<String>> money = jdbc.sql("""
                        select l.booked_on, l.kind, l.purpose, l.amount from group_ledger l
                        where l.family_id = :family order by l.booked_on, l.id""")
                .param("family", family.id())
                .query((row, n) -> List.of(
                        formats.date(row.getObject(1, LocalDate.class)),
                        say("caregroup.entry." + row.getString(2)),
                        row.getString(3),
                        formats.money(row.getBigDecimal(4))))
                .list();
        return new Content(
                List.of(),
                List.of(
                        new Table(
                                List.of(
                                        say("caregroup.dossier.seat"),
                                        say("caregroup.dossier.name"),
                                        say("caregroup.dossier.organisation"),
                                        say("caregroup.dossier.from"),
                                        say("caregroup.dossier.to")),
                                seats,
                                List.of(22, 16, 26, 18, 18)),
                        new Table(
                                List.of(
                                        say("caregroup.dossier.on"),
                                        say("caregroup.dossier.kind"),
                                        say("caregroup.dossier.purpose"),
                                        say("caregroup.dossier.amount")),
                                money,
                                List.of(20, 16, 44, 20))));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
