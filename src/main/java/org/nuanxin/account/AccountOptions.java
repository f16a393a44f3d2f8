package org.nuanxin.account;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.region.Region;
import org.nuanxin.region.RegionPath;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The choices of the pages of accounts; {@code @accountOptions} in templates. */
@Component("accountOptions")
class AccountOptions {

    private static final int TOWNSHIP_DEPTH = 3;

    private final Regions regions;
    private final MessageSource messages;

    AccountOptions(Regions regions, MessageSource messages) {
        this.regions = regions;
        this.messages = messages;
    }

    public Map<Role, String> roles() {
        Map<Role, String> options = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            options.put(role, text("account.role." + role));
        }
        return options;
    }

    public Map<Department, String> departments() {
        Map<Department, String> options = new EnumMap<>(Department.class);
        for (Department department : Department.values()) {
            options.put(department, text("account.department." + department));
        }
        return options;
    }

    public Map<AccountFilter.State, String> states() {
        Map<AccountFilter.State, String> options = new EnumMap<>(AccountFilter.State.class);
        for (AccountFilter.State state : AccountFilter.State.values()) {
            options.put(state, text("account.state." + state));
        }
        return options;
    }

    /** A county with its townships. */
    public record County(String path, String name, List<Region> townships) {}

    /** Counties with their townships, inactive ones left out. */
    public List<County> counties() {
        Region city = regions.city();
        List<Region> townships = regions.within(new RegionPath(city.path()), Region.Level.TOWNSHIP);
        return regions.counties().stream()
                .filter(Region::active)
                .map(county -> new County(
                        county.path(),
                        regions.name(county),
                        townships.stream()
                                .filter(township -> township.path().startsWith(county.path()))
                                .toList()))
                .toList();
    }

    public Region city() {
        return regions.city();
    }

    /** Villages of a township; none for a larger unit. */
    public List<Region> villages(String path) {
        boolean township = !path.isBlank() && path.split("/").length == TOWNSHIP_DEPTH;
        return township ? regions.villagesOf(path) : List.of();
    }

    /** Colleagues by id: name, department and region. */
    Map<Long, String> colleagues(List<Colleagues.Colleague> found) {
        Map<Long, String> options = new LinkedHashMap<>();
        found.forEach(one -> options.put(
                one.id(), one.name() + " · " + text("account.department." + one.department()) + " · " + one.region()));
        return options;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
