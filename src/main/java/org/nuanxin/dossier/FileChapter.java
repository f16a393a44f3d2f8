package org.nuanxin.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Accounts;
import org.nuanxin.common.Formats;
import org.nuanxin.family.ContactPreferences;
import org.nuanxin.family.FamilyHead;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** 封面: where the file is kept, where it came from, how the family wants to be met. */
@Component
class FileChapter implements DossierChapter {

    private final DossierWords words;
    private final Regions regions;
    private final Accounts accounts;
    private final Formats formats;

    FileChapter(DossierWords words, Regions regions, Accounts accounts, Formats formats) {
        this.words = words;
        this.regions = regions;
        this.accounts = accounts;
        this.formats = formats;
    }

    @Override
    public String key() {
        return "file";
    }

    @Override
    public String title() {
        return "dossier.file";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Content content(FamilyHead family) {
        Map<String, String> places = regions.words(List.of(family.filingPath(), family.residencePath()));
        Map<Long, String> names = accounts.names(Stream.of(family.registeredBy(), family.confirmedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        ContactPreferences wishes = family.preferences();
        List<Pair> pairs = new ArrayList<>();
        add(pairs, "family.fileNumber", family.fileNumber());
        add(pairs, "family.list.status", words.label("family.status.", family.status()));
        add(pairs, "family.by.category", words.label("family.category.", family.category()));
        add(pairs, "family.origin", words.label("family.origin.", family.origin()));
        add(pairs, "family.filing", places.get(family.filingPath()));
        add(
                pairs,
                "family.residence",
                places.get(family.residencePath()) + (family.address() == null ? "" : " " + family.address()));
        add(pairs, "family.living", words.label("family.living.", family.livingArrangement()));
        add(pairs, "family.knownOn", formats.date(family.knownOn()));
        add(
                pairs,
                "family.registeredOn",
                dayAndName(formats.date(family.registeredOn()), name(names, family.registeredBy())));
        add(
                pairs,
                "family.confirmedOn",
                dayAndName(formats.date(family.confirmedOn()), name(names, family.confirmedBy())));
        add(pairs, "family.status.EXITED", formats.date(family.exitedOn()));
        add(pairs, "family.mind.address", wishes.formOfAddress());
        add(pairs, "family.contact.channel", words.label("family.channel.", wishes.channel()));
        add(pairs, "family.contact.time", wishes.bestTime());
        add(
                pairs,
                "family.mind.door",
                Stream.of(
                                wishes.visits() == ContactPreferences.Visits.WELCOME
                                        ? null
                                        : words.label("family.visits.", wishes.visits()),
                                wishes.womenOnly() ? words.say("family.womenOnly") : null)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(words.say("family.separator"))));
        add(pairs, "family.mind.customs", wishes.customs());
        add(pairs, "family.mind.topics", wishes.avoidTopics());
        add(pairs, "family.mind.dates", wishes.avoidDates());
        return new Content(pairs, List.of());
    }

    private static @Nullable String name(Map<Long, String> names, @Nullable Long id) {
        return id == null ? null : names.get(id);
    }

    private static String dayAndName(String day, @Nullable String name) {
        return name == null ? day : day + " " + name;
    }

    private void add(List<Pair> pairs, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            pairs.add(new Pair(words.say(name), value));
        }
    }
}
