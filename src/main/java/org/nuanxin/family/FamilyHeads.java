package org.nuanxin.family;

import java.util.List;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.Formats;
import org.nuanxin.common.NotFound;
import org.nuanxin.region.Regions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a family for a page. */
@Service
public class FamilyHeads {

    private final FamilyRepository families;
    private final PersonRepository people;
    private final ChildRepository children;
    private final Regions regions;
    private final Formats formats;
    private final Audit audit;
    private final Recusals recusals;

    FamilyHeads(
            FamilyRepository families,
            PersonRepository people,
            ChildRepository children,
            Regions regions,
            Formats formats,
            Audit audit,
            Recusals recusals) {
        this.families = families;
        this.people = people;
        this.children = children;
        this.regions = regions;
        this.formats = formats;
        this.audit = audit;
        this.recusals = recusals;
    }

    /** Opens the file: the look is recorded. Throws {@link NotFound} out of scope, {@code Recused} for 回避. */
    @Transactional
    public FamilyHead open(long familyId) {
        FamilyHead head = read(familyId);
        audit.record(Act.of("family.viewed", familyId));
        return head;
    }

    /** Without a record of its own: for a step that records itself. */
    @Transactional(readOnly = true)
    public FamilyHead read(long familyId) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        recusals.require(familyId);
        List<FamilyHead.Member> members = people.findByFamilyIdOrderById(familyId).stream()
                .map(this::member)
                .toList();
        return new FamilyHead(
                family.id(),
                family.fileNumber(),
                family.status(),
                family.origin(),
                family.category(),
                family.regionPath(),
                family.residencePath(),
                regions.place(family.residencePath()),
                family.address(),
                family.livingArrangement(),
                family.preferences(),
                family.knownOn(),
                family.toldBy(),
                family.registeredOn(),
                family.registeredBy(),
                family.confirmedOn(),
                family.confirmedBy(),
                family.exitedOn(),
                family.returnReason(),
                family.version(),
                members,
                children.findByFamilyIdOrderById(familyId));
    }

    private FamilyHead.Member member(Person person) {
        return new FamilyHead.Member(
                person.id(),
                person.name(),
                person.role(),
                person.contact(),
                person.sex(),
                person.diedOn() == null ? formats.age(person.bornOn()) : null,
                person.maskedCitizenId(),
                person.maskedPhone(),
                person.bankName(),
                person.maskedAccount(),
                person.diedOn(),
                person.active(),
                person.version());
    }
}
