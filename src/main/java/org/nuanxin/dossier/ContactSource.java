package org.nuanxin.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a feature knows for the contact sheet: who goes there, and when next. */
public interface ContactSource {

    /** Of all the families in one statement; those without an entry have neither. */
    Map<Long, Contact> contacts(Collection<Long> familyIds);

    /**
     * Who goes, and when.
     *
     * @param next the day something is due next, null where nothing is
     */
    record Contact(List<String> visitors, @Nullable LocalDate next) {}
}
