package org.nuanxin.move;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.care.Visits;
import org.nuanxin.common.Formats;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.FamilyHead;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first words of a hand-over letter, from what is on record; the old visitor makes them their own. */
@Component
class LetterPrefill {

    private final JdbcClient jdbc;
    private final Visits visits;
    private final MessageSource messages;
    private final Formats formats;

    LetterPrefill(JdbcClient jdbc, Visits visits, MessageSource messages, Formats formats) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.messages = messages;
        this.formats = formats;
    }

    @Transactional(readOnly = true)
    public String of(FamilyHead family) {
        ContactPreferences mind = family.preferences();
        StringBuilder letter = new StringBuilder(say("move.letter.greeting", family.title())).append("\n\n");
        line(letter, "move.letter.address", mind.formOfAddress());
        line(letter, "move.letter.time", mind.bestTime());
        line(letter, "move.letter.language", mind.language());
        line(letter, "move.letter.customs", mind.customs());
        line(letter, "move.letter.topics", mind.avoidTopics());
        line(letter, "move.letter.dates", mind.avoidDates());
        if (mind.visits() != ContactPreferences.Visits.WELCOME) {
            letter.append(say("move.letter.visits-" + mind.visits())).append('\n');
        }
        line(letter, "move.letter.promise", visits.lastPromise(family.id()));
        line(letter, "move.letter.tasks", tasks(family.id()));
        line(letter, "move.letter.group", group(family.id()));
        return letter.append('\n').append(say("move.letter.close")).toString();
    }

    private void line(StringBuilder letter, String key, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            letter.append(say(key, text)).append('\n');
        }
    }

    private String tasks(long familyId) {
        List<String> open = jdbc.sql("""
                        select kind, due_on from care_task where family_id = :family and status = 'OPEN' order by due_on, id limit 8""")
                .param("family", familyId)
                .query((row, n) -> say("care.kind." + row.getString(1)) + " "
                        + say(
                                "move.letter.due",
                                Objects.requireNonNull(formats.day(row.getObject(2, LocalDate.class)))))
                .list();
        return String.join(say("move.letter.separator"), open);
    }

    private String group(long familyId) {
        return jdbc
                .sql("""
                        select s.kind, s.person_name from group_seat s join care_group g on g.id = s.group_id and g.closed_on is null
                        where s.family_id = :family and s.valid_to is null order by s.id limit 8""")
                .param("family", familyId)
                .query((row, n) -> say("caregroup.seat." + row.getString(1)) + " " + row.getString(2))
                .list()
                .stream()
                .collect(Collectors.joining(say("move.letter.separator")));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
