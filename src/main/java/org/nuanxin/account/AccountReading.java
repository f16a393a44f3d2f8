package org.nuanxin.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An account with its regions, absences and history, in the words of a page. */
@Service
@Transactional(readOnly = true)
class AccountReading {

    /** Entries of a page of the history. */
    static final int PAGE = 25;

    private final AccountRepository accounts;
    private final AccountGrantRepository grants;
    private final AbsenceRepository absences;
    private final Accounts names;
    private final AccountTrail trail;
    private final Regions regions;
    private final Formats formats;
    private final MessageSource messages;

    AccountReading(
            AccountRepository accounts,
            AccountGrantRepository grants,
            AbsenceRepository absences,
            Accounts names,
            AccountTrail trail,
            Regions regions,
            Formats formats,
            MessageSource messages) {
        this.accounts = accounts;
        this.grants = grants;
        this.absences = absences;
        this.names = names;
        this.trail = trail;
        this.regions = regions;
        this.formats = formats;
        this.messages = messages;
    }

    /** The account itself; {@code own}: of who is looking. */
    record Detail(
            long id,
            String username,
            String displayName,
            Department department,
            List<Role> roles,
            AccountFilter.State state,
            @Nullable String disabledBecause,
            @Nullable LocalDate leftOn,
            boolean mustChangePassword,
            int version,
            boolean own) {}

    /** How a dated line stands today. */
    enum When {
        NOW,
        LATER,
        OVER,
        TAKEN_BACK
    }

    /** A region; {@code standsInFor} names who is away. */
    record GrantLine(
            long id,
            String region,
            String path,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason,
            @Nullable String endReason,
            @Nullable String standsInFor,
            When when) {}

    record AbsenceLine(long id, String standIn, LocalDate from, LocalDate to, String reason, When when) {}

    /** A field of an act in words. */
    record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    record Line(
            Instant at,
            @Nullable String actor,
            String action,
            @Nullable String reason,
            List<Difference> changes) {}

    /** {@code next}: the entry to continue after. */
    record History(List<Line> lines, @Nullable Long next, boolean first) {}

    Detail detail(long id) {
        Account account = accounts.findById(id).orElseThrow(NotFound::new);
        return new Detail(
                id,
                account.username(),
                account.displayName(),
                account.department(),
                account.roles().stream().sorted().toList(),
                account.enabled()
                        ? AccountFilter.State.ENABLED
                        : account.leftOn() == null ? AccountFilter.State.DISABLED : AccountFilter.State.LEFT,
                account.disabledBecause(),
                account.leftOn(),
                account.mustChangePassword(),
                account.version(),
                Scope.actor() == id);
    }

    List<GrantLine> grants(long accountId) {
        List<AccountGrant> all = grants.findByAccountIdOrderByValidFromDescIdDesc(accountId);
        RegionWords words = RegionWords.of(
                regions, all.stream().map(AccountGrant::regionPath).toList());
        Map<Long, String> away = away(accountId);
        return all.stream()
                .map(grant -> new GrantLine(
                        grant.id(),
                        words.word(grant.regionPath()),
                        grant.regionPath(),
                        grant.days().from(),
                        grant.days().to(),
                        grant.reason(),
                        grant.endReason(),
                        grant.absenceId() == null ? null : away.getOrDefault(grant.absenceId(), ""),
                        when(grant.days().from(), grant.days().to(), grant.takenBack())))
                .toList();
    }

    /** One region of an account, to end or to correct it. */
    GrantLine grant(long accountId, long grantId) {
        return grants(accountId).stream()
                .filter(line -> line.id() == grantId)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    List<AbsenceLine> absences(long accountId) {
        List<Absence> all = absences.findByAccountIdOrderByValidFromDescIdDesc(accountId);
        Map<Long, String> standIns =
                names.names(all.stream().map(Absence::standInId).distinct().toList());
        return all.stream()
                .map(absence -> new AbsenceLine(
                        absence.id(),
                        standIns.getOrDefault(absence.standInId(), ""),
                        absence.validFrom(),
                        absence.validTo(),
                        absence.reason(),
                        when(absence.validFrom(), absence.validTo(), false)))
                .toList();
    }

    History history(long accountId, @Nullable Long before) {
        List<AccountTrail.Entry> found = trail.ofAccount(accountId, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<AccountTrail.Entry> shown = more ? found.subList(0, PAGE) : found;
        RegionWords words = RegionWords.of(
                regions,
                shown.stream()
                        .flatMap(entry -> entry.changes().stream())
                        .filter(change -> change.field().equals("account.region"))
                        .flatMap(change -> Stream.of(change.before(), change.after()))
                        .filter(Objects::nonNull)
                        .toList());
        List<Line> lines = shown.stream()
                .map(entry -> new Line(
                        entry.at(),
                        entry.actor(),
                        entry.action(),
                        entry.reason(),
                        entry.changes().stream()
                                .map(change -> new Difference(
                                        change.field(),
                                        value(change.field(), change.before(), words),
                                        value(change.field(), change.after(), words)))
                                .toList()))
                .toList();
        return new History(lines, more ? shown.get(PAGE - 1).id() : null, before == null);
    }

    private @Nullable String value(String field, @Nullable String stored, RegionWords words) {
        if (stored == null || stored.isEmpty()) {
            return null;
        }
        return switch (field) {
            case "account.region" -> words.word(stored);
            case "account.department" -> text("account.department." + stored);
            case "account.roles" ->
                Arrays.stream(stored.split(","))
                        .map(role -> text("account.role." + role))
                        .collect(Collectors.joining(text("account.separator")));
            case "account.relation" -> text("account.relation." + stored);
            case "account.from", "account.to", "account.left-on" -> formats.date(LocalDate.parse(stored));
            default -> stored;
        };
    }

    private When when(LocalDate from, @Nullable LocalDate to, boolean takenBack) {
        LocalDate today = formats.today();
        if (takenBack) {
            return When.TAKEN_BACK;
        }
        if (to != null && !to.isAfter(today)) {
            return When.OVER;
        }
        return from.isAfter(today) ? When.LATER : When.NOW;
    }

    private Map<Long, String> away(long accountId) {
        List<Absence> standing = absences.findByStandInId(accountId);
        Map<Long, String> who =
                names.names(standing.stream().map(Absence::accountId).distinct().toList());
        return standing.stream()
                .collect(Collectors.toMap(Absence::id, absence -> who.getOrDefault(absence.accountId(), "")));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
