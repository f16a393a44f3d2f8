package org.nuanxin.family;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Formats;
import org.springframework.stereotype.Component;

/** Who belongs to the family, masked, with what is known of each today; and the child. */
@Component
class MembersPanel implements FamilyPanel {

    private final DatedFacts facts;
    private final Formats formats;

    MembersPanel(DatedFacts facts, Formats formats) {
        this.facts = facts;
        this.formats = formats;
    }

    /** A member with the facts of today, by name. */
    record Line(FamilyHead.Member member, Map<String, DatedFacts.Known> known) {

        public DatedFacts.@Nullable Known livelihood() {
            return known.get("livelihood");
        }

        public DatedFacts.@Nullable Known ability() {
            return known.get("ability-grade");
        }

        public DatedFacts.@Nullable Known tier() {
            return known.get("reported-tier");
        }
    }

    @Override
    public String tab() {
        return "overview";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "family/members-panel :: panel";
    }

    @Override
    public List<Line> content(FamilyHead family, Map<String, String> parameters) {
        Map<Long, Map<String, DatedFacts.Known>> known = facts.on(family.id(), formats.today()).stream()
                .filter(fact -> fact.personId() != null)
                .collect(Collectors.groupingBy(
                        fact -> Objects.requireNonNull(fact.personId()),
                        Collectors.toMap(DatedFacts.Known::name, fact -> fact)));
        return family.members().stream()
                .map(member -> new Line(member, known.getOrDefault(member.id(), Map.of())))
                .toList();
    }
}
