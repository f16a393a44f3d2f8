package org.nuanxin.family;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Act.Change;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Pinyin;
import org.nuanxin.common.Subject;
import org.nuanxin.privacy.BlindIndex;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections to a file; each leaves before and after in its history. */
@Service
@Transactional
public class FamilyEditing {

    private final FamilyRepository families;
    private final PersonRepository people;
    private final ChildRepository children;
    private final Members members;
    private final BlindIndex index;
    private final Authors authors;
    private final FilingSide filing;
    private final Audit audit;
    private final EntityManager entities;

    FamilyEditing(
            FamilyRepository families,
            PersonRepository people,
            ChildRepository children,
            Members members,
            BlindIndex index,
            Authors authors,
            FilingSide filing,
            Audit audit,
            EntityManager entities) {
        this.families = families;
        this.people = people;
        this.children = children;
        this.members = members;
        this.index = index;
        this.authors = authors;
        this.filing = filing;
        this.audit = audit;
        this.entities = entities;
    }

    /** Somebody else saved first: the version that was read is not the stored one. */
    public static class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Where they live and how they want to be met; another village only as the correction of a mistake, a move is asked for.
     * {@code version}: as it was read. Throws {@link Stale}.
     */
    public void edit(
            long familyId,
            int version,
            String residencePath,
            @Nullable String address,
            @Nullable LivingArrangement arrangement,
            ContactPreferences wanted) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        requireVersion(version, family.version());
        ContactPreferences before = family.preferences();
        List<Change> changes = new ArrayList<>();
        changes.addAll(Change.of("family.residence", family.residencePath(), residencePath));
        changes.addAll(Change.of("family.address", mark(family.address()), mark(address, family.address())));
        changes.addAll(Change.of("family.living", family.livingArrangement(), arrangement));
        changes.addAll(Change.of("family.form-of-address", before.formOfAddress(), wanted.formOfAddress()));
        changes.addAll(Change.of("family.channel", before.channel(), wanted.channel()));
        changes.addAll(Change.of("family.visits", before.visits(), wanted.visits()));
        changes.addAll(Change.of("family.women-only", before.womenOnly(), wanted.womenOnly()));
        changes.addAll(Change.of("family.best-time", before.bestTime(), wanted.bestTime()));
        changes.addAll(Change.of("family.language", before.language(), wanted.language()));
        changes.addAll(Change.of("family.customs", before.customs(), wanted.customs()));
        changes.addAll(Change.of(
                "family.avoid-topics", mark(before.avoidTopics()), mark(wanted.avoidTopics(), before.avoidTopics())));
        changes.addAll(Change.of(
                "family.avoid-dates", mark(before.avoidDates()), mark(wanted.avoidDates(), before.avoidDates())));
        changes.addAll(
                Change.of("family.care-notes", mark(before.careNotes()), mark(wanted.careNotes(), before.careNotes())));
        boolean corrected = !family.residencePath().equals(residencePath);
        if (corrected) {
            filing.require(family);
        }
        family.moveHome(residencePath, address, arrangement);
        family.meetAs(wanted);
        audit.record(Act.of(corrected ? "family.residence-corrected" : "family.edited", familyId)
                .changing(changes));
    }

    /** Adds a member. Returns nothing to show but the family. */
    public void addMember(long familyId, NewFamily.NewPerson person) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        filing.require(family);
        CitizenIdClash.translating(entities, () -> {
            members.add(family, List.of(person), authors.now());
            return true;
        });
        audit.record(Act.of("family.member-added", familyId).changing(Change.of("family.member", null, person.name())));
    }

    /** Corrects a member; an ID, phone or account that is not given stays as it is. Throws {@link Stale}. */
    public void correctMember(long familyId, long personId, int version, NewFamily.NewPerson wanted) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        filing.require(family);
        Person person = people.findByIdAndFamilyId(personId, familyId).orElseThrow(NotFound::new);
        requireVersion(version, person.version());
        String id = person.maskedCitizenId();
        String phone = person.maskedPhone();
        String account = person.maskedAccount();
        List<Change> changes = new ArrayList<>();
        changes.addAll(Change.of("family.name", person.name(), wanted.name()));
        changes.addAll(Change.of("family.role", person.role(), wanted.role()));
        changes.addAll(Change.of("family.contact-person", person.contact(), wanted.contact()));
        changes.addAll(Change.of("family.died-on", person.diedOn(), wanted.diedOn()));
        person.correct(wanted, index);
        changes.addAll(Change.of("family.citizen-id", id, person.maskedCitizenId()));
        changes.addAll(Change.of("family.phone", phone, person.maskedPhone()));
        changes.addAll(Change.of("family.account", account, person.maskedAccount()));
        if (person.contact()) {
            family.sortAs(Pinyin.of(person.name()));
        }
        CitizenIdClash.translating(entities, () -> true);
        audit.record(Act.of("family.member-corrected", familyId)
                .on(Subject.person(personId))
                .changing(changes));
    }

    /** Adds the child, or corrects it where {@code childId} is given. Throws {@link Stale}. */
    public void saveChild(long familyId, @Nullable Long childId, int version, NewFamily.NewChild wanted) {
        Family family = families.findById(familyId).orElseThrow(NotFound::new);
        filing.require(family);
        if (childId == null) {
            children.save(new Child(family, wanted));
            audit.record(
                    Act.of("family.child-added", familyId).changing(Change.of("family.child", null, wanted.name())));
            return;
        }
        Child child = children.findByIdAndFamilyId(childId, familyId).orElseThrow(NotFound::new);
        requireVersion(version, child.version());
        List<Change> changes = new ArrayList<>();
        changes.addAll(Change.of("family.child", child.name(), wanted.name()));
        changes.addAll(Change.of("family.called", child.called(), wanted.called()));
        changes.addAll(Change.of("family.born-on", child.bornOn(), wanted.bornOn()));
        changes.addAll(Change.of("family.died-on", child.diedOn(), wanted.diedOn()));
        child.correct(wanted);
        audit.record(Act.of("family.child-corrected", familyId).changing(changes));
    }

    private static void requireVersion(int read, int stored) {
        if (read != stored) {
            throw new Stale();
        }
    }

    /** Encrypted text never reaches the trail: only that it was there, and that it changed. */
    private static @Nullable String mark(@Nullable String text) {
        return text == null ? null : "•••";
    }

    private static @Nullable String mark(@Nullable String text, @Nullable String before) {
        return text == null ? null : text.equals(before) ? "•••" : "••••";
    }
}
