package org.nuanxin.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.CitizenId;
import org.nuanxin.common.Sex;
import org.nuanxin.roster.RosterRow.RosterChild;
import org.nuanxin.roster.RosterRow.RosterPerson;

/** Understands the rows of one sheet, each by itself. */
final class RowReader {

    private static final Pattern TOTAL = Pattern.compile("(合计|小计|总计|共计|累计|总数|汇总)[:：]?.{0,12}");
    private static final Pattern NOTE =
            Pattern.compile("^(说明|注|备注|填表|填报|审核|制表|负责|单位|联系人|日期|经办|盖章|复核|统计|分管|以上|此表|本表|\\*|※).*", Pattern.DOTALL);
    private static final Set<String> SINGLE = Set.of("丧偶", "离异", "离婚", "未婚");

    private final SheetPlan plan;
    private final Map<RosterField, SheetPlan.Column> columns;
    private final PlaceFinder places;
    private final LocalDate today;
    private final @Nullable Place sheetTownship;

    RowReader(SheetPlan plan, PlaceFinder places, LocalDate today) {
        this.plan = plan;
        this.columns = plan.byField();
        this.places = places;
        this.today = today;
        this.sheetTownship = places.township(plan.name()) instanceof PlaceFinder.Found.Here here ? here.place() : null;
    }

    /** Totals, notes, sub-headings and repeated headings are no data. */
    boolean isData(SheetRow row) {
        if (row.number() <= plan.headerTo()) {
            return false;
        }
        if (isPerson(row)) {
            return true;
        }
        List<String> texts = row.cells().stream()
                .map(cell -> Texts.tight(cell.text()))
                .filter(text -> !text.isEmpty())
                .toList();
        RowValues values = new RowValues(columns, row);
        boolean identified = Stream.of(RosterField.values())
                .anyMatch(field -> field.mask() == RosterField.Mask.CITIZEN_ID && values.has(field));
        if (identified) {
            return texts.stream()
                            .limit(12)
                            .filter(text -> Headings.match(text).isPresent())
                            .count()
                    < 3;
        }
        if (texts.stream().limit(3).anyMatch(text -> TOTAL.matcher(text).matches())) {
            return false;
        }
        if (texts.stream().anyMatch(text -> NOTE.matcher(text).matches()) && texts.size() <= 6) {
            return false;
        }
        long headings =
                texts.stream().filter(text -> Headings.match(text).isPresent()).count();
        if (headings >= 3) {
            return false;
        }
        long filled = columns.entrySet().stream()
                .filter(e -> e.getKey() != RosterField.SERIAL && e.getKey() != RosterField.REMARK)
                .filter(e -> values.has(e.getKey()))
                .count();
        boolean named = values.has(RosterField.NAME)
                || values.has(RosterField.WIFE_NAME)
                || values.has(RosterField.HUSBAND_NAME);
        return named || filled >= 3;
    }

    /** A citizen ID stands where one should: no further question. */
    private boolean isPerson(SheetRow row) {
        return columns.values().stream()
                .filter(column -> column.field() != null && column.field().mask() == RosterField.Mask.CITIZEN_ID)
                .map(column -> row.cell(column.index()).text())
                .anyMatch(text -> text.length() > 10 && Character.isDigit(text.charAt(text.length() / 2)));
    }

    RosterRow read(SheetRow row) {
        RowValues values = new RowValues(columns, row);
        boolean couples = plan.ofCouples();
        Tier tier = values.tier(RosterField.TIER);
        String bank = values.text(RosterField.BANK, 60);
        String account = values.account(RosterField.ACCOUNT);
        List<RosterPerson> people =
                couples ? couple(values, tier, bank, account) : List.of(person(values, tier, bank, account));
        RosterPerson spouse = couples ? null : spouse(values, people.get(0));
        RosterChild child = child(values, people);
        return new RosterRow(
                plan.sheet(),
                plan.name(),
                row.number(),
                region(values),
                people,
                spouse,
                child,
                Texts.tight(values.cell(RosterField.CATEGORY).text()).contains("残"),
                values.livelihood(RosterField.LIVELIHOOD),
                values.text(RosterField.ADDRESS, 200),
                List.copyOf(values.problems()));
    }

    private RosterPerson person(
            RowValues values, @Nullable Tier tier, @Nullable String bank, @Nullable String account) {
        String name = values.name(RosterField.NAME);
        if (!values.has(RosterField.NAME)) {
            values.add(Problem.Code.NAME_MISSING, RosterField.NAME);
        }
        CitizenId id = values.citizenId(RosterField.CITIZEN_ID);
        if (!values.has(RosterField.CITIZEN_ID)) {
            values.add(Problem.Code.ID_MISSING, RosterField.CITIZEN_ID);
        }
        Sex sex = values.sex(RosterField.SEX);
        if (id != null && sex != null && id.sex() != sex) {
            values.add(Problem.Code.SEX_CONTRADICTS, RosterField.SEX);
        }
        RosterDate born = values.date(RosterField.BORN, today);
        if (id != null && born != null && !born.agreesWith(new RosterDate(id.birthDate(), RosterDate.Precision.DAY))) {
            values.add(Problem.Code.BORN_CONTRADICTS, RosterField.BORN);
        }
        return new RosterPerson(
                Objects.requireNonNullElse(name, ""), id, sex, values.phone(RosterField.PHONE), tier, bank, account);
    }

    private @Nullable RosterPerson spouse(RowValues values, RosterPerson self) {
        String name = values.name(RosterField.SPOUSE_NAME);
        CitizenId id = values.citizenId(RosterField.SPOUSE_ID);
        if (id != null && id.equals(self.citizenId())) {
            values.add(Problem.Code.ID_SAME_PARENTS, RosterField.SPOUSE_ID);
            return null;
        }
        String phone = values.phone(RosterField.SPOUSE_PHONE);
        if (name == null || name.equals("无") || (id == null && values.has(RosterField.SPOUSE_ID))) {
            return null;
        }
        if (SINGLE.contains(Texts.tight(values.cell(RosterField.MARITAL).text()))) {
            values.add(Problem.Code.SPOUSE_LEFT_OUT, RosterField.SPOUSE_NAME);
            return null;
        }
        return new RosterPerson(name, id, null, phone, null, null, null);
    }

    private static List<RosterPerson> couple(
            RowValues values, @Nullable Tier tier, @Nullable String bank, @Nullable String account) {
        boolean wife = values.has(RosterField.WIFE_NAME) || values.has(RosterField.WIFE_ID);
        boolean husband = values.has(RosterField.HUSBAND_NAME) || values.has(RosterField.HUSBAND_ID);
        if (!wife && !husband) {
            values.add(Problem.Code.NO_PARENT, RosterField.WIFE_NAME);
            return List.of();
        }
        CitizenId wifeId = values.citizenId(RosterField.WIFE_ID);
        CitizenId husbandId = values.citizenId(RosterField.HUSBAND_ID);
        if (wifeId != null && wifeId.equals(husbandId)) {
            values.add(Problem.Code.ID_SAME_PARENTS, RosterField.WIFE_ID);
            return List.of();
        }
        if (wife && husband && tier != null && !values.has(RosterField.WIFE_TIER)) {
            values.add(Problem.Code.TIER_OF_WHOM, RosterField.TIER);
        }
        List<RosterPerson> people = new ArrayList<>();
        Tier alone = wife && husband ? null : tier;
        if (wife) {
            RosterPerson one = half(values, wifeId, Sex.FEMALE, alone);
            people.add(new RosterPerson(one.name(), wifeId, Sex.FEMALE, one.phone(), one.tier(), bank, account));
        } else if (values.has(RosterField.WIFE_PHONE)) {
            values.add(Problem.Code.SPOUSE_PHONE_ALONE, RosterField.WIFE_PHONE);
        }
        if (husband) {
            RosterPerson one = half(values, husbandId, Sex.MALE, alone);
            people.add(new RosterPerson(one.name(), husbandId, Sex.MALE, one.phone(), one.tier(), bank, account));
        } else if (values.has(RosterField.HUSBAND_PHONE)) {
            values.add(Problem.Code.SPOUSE_PHONE_ALONE, RosterField.HUSBAND_PHONE);
        }
        return people;
    }

    private static RosterPerson half(RowValues values, @Nullable CitizenId id, Sex sex, @Nullable Tier alone) {
        boolean wife = sex == Sex.FEMALE;
        RosterField nameField = wife ? RosterField.WIFE_NAME : RosterField.HUSBAND_NAME;
        RosterField idField = wife ? RosterField.WIFE_ID : RosterField.HUSBAND_ID;
        String name = values.name(nameField);
        if (!values.has(nameField)) {
            values.add(Problem.Code.NAME_MISSING, nameField);
        }
        if (!values.has(idField)) {
            values.add(Problem.Code.ID_MISSING, idField);
        } else if (id != null && id.sex() != sex) {
            values.add(Problem.Code.SEX_CONTRADICTS, idField);
        }
        Tier own = values.tier(wife ? RosterField.WIFE_TIER : RosterField.HUSBAND_TIER);
        return new RosterPerson(
                Objects.requireNonNullElse(name, ""),
                id,
                sex,
                values.phone(wife ? RosterField.WIFE_PHONE : RosterField.HUSBAND_PHONE),
                own == null ? alone : own,
                null,
                null);
    }

    private RosterChild child(RowValues values, List<RosterPerson> people) {
        RosterDate born = values.date(RosterField.CHILD_BORN, today);
        RosterDate died = values.date(RosterField.CHILD_DIED, today);
        if (born != null && died != null && died.isSurelyBefore(born)) {
            values.add(Problem.Code.DIED_BEFORE_BORN, RosterField.CHILD_DIED);
        }
        if (columns.containsKey(RosterField.CHILD_DIED) && !values.has(RosterField.CHILD_DIED)) {
            values.add(Problem.Code.DIED_MISSING, RosterField.CHILD_DIED);
        }
        boolean older = born != null
                && people.stream()
                        .map(RosterPerson::citizenId)
                        .anyMatch(id -> id != null
                                && born.isSurelyBefore(new RosterDate(id.birthDate(), RosterDate.Precision.DAY)));
        if (older) {
            values.add(Problem.Code.CHILD_OLDER, RosterField.CHILD_BORN);
        }
        String name = values.name(RosterField.CHILD_NAME);
        if (columns.containsKey(RosterField.CHILD_NAME) && !values.has(RosterField.CHILD_NAME)) {
            values.add(Problem.Code.CHILD_NAME_MISSING, RosterField.CHILD_NAME);
        }
        return new RosterChild(Objects.requireNonNullElse(name, ""), values.sex(RosterField.CHILD_SEX), born, died);
    }

    private @Nullable Place region(RowValues values) {
        Place township = sheetTownship;
        if (values.has(RosterField.TOWNSHIP)) {
            township = township(values);
            if (township == null) {
                return null;
            }
        }
        if (township == null) {
            values.add(Problem.Code.TOWNSHIP_MISSING, RosterField.TOWNSHIP);
            return null;
        }
        if (!values.has(RosterField.VILLAGE)) {
            values.add(Problem.Code.VILLAGE_MISSING, RosterField.VILLAGE);
            return township;
        }
        if (values.isError(RosterField.VILLAGE)) {
            return null;
        }
        PlaceFinder.Found found =
                places.village(township, values.cell(RosterField.VILLAGE).text());
        if (found instanceof PlaceFinder.Found.Here here) {
            return here.place();
        }
        if (found instanceof PlaceFinder.Found.Ambiguous ambiguous) {
            values.add(Problem.Code.VILLAGE_AMBIGUOUS, RosterField.VILLAGE, ambiguous.one(), ambiguous.other());
        } else if (found instanceof PlaceFinder.Found.Unknown unknown) {
            values.add(
                    unknown.nearest() == null ? Problem.Code.VILLAGE_UNKNOWN : Problem.Code.VILLAGE_NEAR,
                    RosterField.VILLAGE,
                    township.name(),
                    unknown.nearest());
        }
        return null;
    }

    private @Nullable Place township(RowValues values) {
        if (values.isError(RosterField.TOWNSHIP)) {
            return null;
        }
        PlaceFinder.Found found =
                places.township(values.cell(RosterField.TOWNSHIP).text());
        if (found instanceof PlaceFinder.Found.Here here) {
            return here.place();
        }
        if (found instanceof PlaceFinder.Found.Elsewhere elsewhere) {
            values.add(Problem.Code.TOWNSHIP_ELSEWHERE, RosterField.TOWNSHIP, elsewhere.county());
        } else if (found instanceof PlaceFinder.Found.OutOfScope) {
            values.add(Problem.Code.TOWNSHIP_OUT_OF_SCOPE, RosterField.TOWNSHIP);
        } else if (found instanceof PlaceFinder.Found.Unknown unknown) {
            values.add(
                    unknown.nearest() == null ? Problem.Code.TOWNSHIP_UNKNOWN : Problem.Code.TOWNSHIP_NEAR,
                    RosterField.TOWNSHIP,
                    places.countyName(),
                    unknown.nearest());
        } else {
            values.add(Problem.Code.TOWNSHIP_UNKNOWN, RosterField.TOWNSHIP, places.countyName());
        }
        return null;
    }
}
