package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.account.Accounts;
import org.nuanxin.region.Region;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Component;

/** The file itself: where it is kept, where it came from, who registered and confirmed it. */
@Component
class FilePanel implements FamilyPanel {

    private final Regions regions;
    private final Accounts accounts;

    FilePanel(Regions regions, Accounts accounts) {
        this.regions = regions;
        this.accounts = accounts;
    }

    /** Regions in words from the county down; names of accounts. */
    record FileFacts(
            String filing,
            String residence,
            @Nullable String registeredBy,
            @Nullable String confirmedBy) {}

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String template() {
        return "family/file-panel :: panel";
    }

    @Override
    public FileFacts content(FamilyHead family, Map<String, String> parameters) {
        List<Long> ids = Stream.of(family.registeredBy(), family.confirmedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, String> names = accounts.names(ids);
        return new FileFacts(
                words(family.filingPath()),
                words(family.residencePath()),
                name(names, family.registeredBy()),
                name(names, family.confirmedBy()));
    }

    private static @Nullable String name(Map<Long, String> names, @Nullable Long id) {
        return id == null ? null : names.get(id);
    }

    private String words(String path) {
        return regions.ancestorsAndSelf(path).stream()
                .filter(region -> region.level() != Region.Level.CITY)
                .map(regions::name)
                .collect(Collectors.joining(" "));
    }
}
