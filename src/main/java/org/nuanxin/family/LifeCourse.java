package org.nuanxin.family;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.audit.Act;
import org.nuanxin.audit.Audit;
import org.nuanxin.common.NotFound;
import org.nuanxin.common.Pinyin;
import org.nuanxin.common.Rejected;
import org.nuanxin.common.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What life does to a file: a death, a second file after a divorce, somebody who joins, an exit and a return. Inside the
 * transaction of the event that is recorded; each change is published as a {@link FamilyChange}.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LifeCourse {

    private final FamilyRepository families;
    private final PersonRepository people;
    private final ChildRepository children;
    private final Members members;
    private final DatedFacts facts;
    private final FamilyExits exits;
    private final FileNumbers numbers;
    private final Authors authors;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;

    LifeCourse(
            FamilyRepository families,
            PersonRepository people,
            ChildRepository children,
            Members members,
            DatedFacts facts,
            FamilyExits exits,
            FileNumbers numbers,
            Authors authors,
            Audit audit,
            ApplicationEventPublisher events,
            EntityManager entities) {
        this.families = families;
        this.people = people;
        this.children = children;
        this.members = members;
        this.facts = facts;
        this.exits = exits;
        this.numbers = numbers;
        this.authors = authors;
        this.audit = audit;
        this.events = events;
        this.entities = entities;
    }

    /** A member died. The other parent becomes the contact; the last parent's death closes the file. */
    public FamilyChange died(long familyId, long personId, LocalDate on) {
        Family family = open(familyId);
        Person person = member(familyId, personId);
        if (person.diedOn() != null) {
            throw new Rejected("family.reject.dead-already");
        }
        LocalDate born = person.bornOn();
        if (born != null && on.isBefore(born)) {
            throw new Rejected("family.reject.before-birth");
        }
        boolean contact = person.contact();
        person.die(on);
        List<Person> parents = people.findByFamilyIdOrderById(familyId).stream()
                .filter(other -> other.role() == PersonRole.PARENT && other.active() && other.diedOn() == null)
                .toList();
        audit.record(Act.of("family.member-died", familyId)
                .on(Subject.person(personId))
                .changing(Act.Change.of("family.died-on", null, on)));
        FamilyChange.Kind kind = FamilyChange.Kind.PARENT_DIED;
        if (parents.isEmpty() && person.role() == PersonRole.PARENT) {
            kind = FamilyChange.Kind.LAST_PARENT_DIED;
            close(family, ExitReason.LAST_MEMBER_DIED, on);
        } else if (contact && !parents.isEmpty()) {
            Person next = parents.get(0);
            next.becomeContact();
            family.sortAs(Pinyin.of(next.name()));
        }
        return publish(FamilyChange.of(kind, familyId, on).ofPerson(personId));
    }

    /** The death was a mistake: the member lives, and a file that was closed by it is open again. */
    public void notDied(long familyId, long personId) {
        Family family = find(familyId);
        Person person = member(familyId, personId);
        LocalDate diedOn = person.diedOn();
        person.live();
        if (family.exitReason() == ExitReason.LAST_MEMBER_DIED) {
            exits.withdraw(familyId);
            wake(family);
            person.becomeContact();
            publish(FamilyChange.of(
                    FamilyChange.Kind.REOPENED, familyId, authors.now().today()));
        }
        publish(FamilyChange.of(
                        FamilyChange.Kind.DEATH_WITHDRAWN,
                        familyId,
                        authors.now().today())
                .ofPerson(personId));
        audit.record(Act.of("family.death-withdrawn", familyId)
                .on(Subject.person(personId))
                .changing(Act.Change.of("family.died-on", diedOn, null)));
    }

    /** A later spouse, or a grandchild raised here. Returns nothing but the change. */
    public FamilyChange joins(long familyId, FamilyChange.Kind kind, NewFamily.NewPerson person, LocalDate on) {
        Family family = open(familyId);
        CitizenIdClash.translating(entities, () -> {
            members.add(family, List.of(person), authors.now());
            return true;
        });
        long id = people.findByFamilyIdOrderById(familyId).stream()
                .mapToLong(Person::id)
                .max()
                .orElseThrow();
        audit.record(Act.of("family.member-added", familyId)
                .on(Subject.person(id))
                .changing(Act.Change.of("family.member", null, person.name())));
        return publish(FamilyChange.of(kind, familyId, on).ofPerson(id));
    }

    /** Somebody who joined by mistake, or went again, is no member from the day on. */
    public void leaves(long familyId, long personId, LocalDate on) {
        find(familyId);
        Person person = member(familyId, personId);
        person.leave(on);
        audit.record(Act.of("family.member-left", familyId)
                .on(Subject.person(personId))
                .changing(Act.Change.of("family.member", person.name(), null)));
    }

    /** Closes the file from the day on. */
    public FamilyChange exit(long familyId, FamilyChange.Kind kind, LocalDate on) {
        Family family = open(familyId);
        close(family, ExitReason.of(kind), on);
        return publish(FamilyChange.of(kind, familyId, on));
    }

    /** Opens a closed file again where it stood. Throws {@link Rejected} where somebody of it is a member elsewhere by now. */
    public FamilyChange reopen(long familyId, LocalDate on) {
        Family family = find(familyId);
        refuseMergedOrOpen(family);
        LocalDate exited = family.exitedOn();
        if (exited != null && on.isBefore(exited)) {
            throw new Rejected("family.reject.reopened-before-exit");
        }
        exits.reopen(familyId, on);
        wake(family);
        audit.record(Act.of("family.reopened", familyId).changing(Act.Change.of("family.exited-on", exited, null)));
        return publish(FamilyChange.of(FamilyChange.Kind.REOPENED, familyId, on));
    }

    /** The exit was a mistake: it never was. */
    public void notExited(long familyId) {
        Family family = find(familyId);
        refuseMergedOrOpen(family);
        LocalDate exited = family.exitedOn();
        exits.withdraw(familyId);
        wake(family);
        audit.record(
                Act.of("family.exit-withdrawn", familyId).changing(Act.Change.of("family.exited-on", exited, null)));
        publish(FamilyChange.of(
                FamilyChange.Kind.REOPENED, familyId, authors.now().today()));
    }

    /**
     * Where the parent who leaves lives from now on.
     *
     * @param residencePath village
     */
    public record NewHome(
            UUID clientId, String residencePath, @Nullable String address) {}

    /**
     * 分户: one parent gets a file of their own with the same child; what was recorded stays in the first file, the
     * person's facts go along with their source. Address, wishes and notes are not copied.
     */
    public FamilyChange split(long familyId, long personId, LocalDate on, NewHome home) {
        Family family = open(familyId);
        Person person = member(familyId, personId);
        List<Person> parents = people.findByFamilyIdOrderById(familyId).stream()
                .filter(other -> other.role() == PersonRole.PARENT && other.active() && other.diedOn() == null)
                .sorted(Comparator.comparing(Person::id))
                .toList();
        if (person.role() != PersonRole.PARENT || parents.size() < 2 || !parents.contains(person)) {
            throw new Rejected("family.reject.split-needs-two");
        }
        if (family.fileNumber() == null) {
            throw new Rejected("family.reject.register-first");
        }
        Family.Author author = authors.now();
        NewFamily.NewPerson copy = person.copy(facts.known(familyId, personId));
        boolean contact = person.contact();
        person.moveOut(on);
        families.flush();
        Family second = families.save(family.split(
                home.clientId(),
                numbers.take(home.residencePath(), 1).remove(),
                home.residencePath(),
                home.residencePath(),
                Pinyin.of(person.name()),
                on,
                author));
        second.moveHome(home.residencePath(), home.address(), null);
        families.flush();
        members.add(second, List.of(copy), author);
        children.findByFamilyIdOrderById(familyId).forEach(child -> children.save(Child.same(second, child)));
        if (contact) {
            parents.stream()
                    .filter(other -> !Objects.equals(other, person))
                    .findFirst()
                    .ifPresent(other -> {
                        other.becomeContact();
                        family.sortAs(Pinyin.of(other.name()));
                    });
        }
        entities.flush();
        audit.record(List.of(
                Act.of("family.split", familyId)
                        .on(Subject.person(personId))
                        .changing(Act.Change.of("family.member", person.name(), null)),
                Act.of("family.split-off", second.id())));
        return publish(FamilyChange.of(FamilyChange.Kind.DIVORCED, familyId, on)
                .ofPerson(personId)
                .withOther(second.id()));
    }

    /** A stock family may have gone before it was entered; a new loss and a second file begin with their registration. */
    private void close(Family family, ExitReason reason, LocalDate on) {
        LocalDate registered = family.registeredOn();
        boolean begins = family.origin() == Origin.NEW || family.splitFrom() != null;
        if (begins && registered != null && on.isBefore(registered)) {
            throw new Rejected("family.reject.exit-before-registration");
        }
        FamilyStatus before = family.status();
        family.exit(reason, on);
        entities.flush();
        exits.add(family, before, reason, on);
        people.findByFamilyIdOrderById(family.id()).forEach(Person::rest);
        audit.record(Act.of("family.exited", family.id()).changing(Act.Change.of("family.exited-on", null, on)));
    }

    private void wake(Family family) {
        CitizenIdClash.translating(entities, () -> {
            family.reopen(exits.statusBefore(family.id()));
            people.findByFamilyIdOrderById(family.id()).forEach(Person::wake);
            return true;
        });
    }

    private static void refuseMergedOrOpen(Family family) {
        if (family.status() != FamilyStatus.EXITED) {
            throw new Rejected("family.reject.not-exited");
        }
        if (family.exitReason() == ExitReason.MERGED) {
            throw new Rejected("family.reject.merged");
        }
    }

    private FamilyChange publish(FamilyChange change) {
        entities.flush();
        events.publishEvent(change);
        return change;
    }

    private Family open(long familyId) {
        Family family = find(familyId);
        if (family.status() == FamilyStatus.EXITED) {
            throw new Rejected("family.reject.exited");
        }
        return family;
    }

    private Family find(long familyId) {
        return families.findById(familyId).orElseThrow(NotFound::new);
    }

    private Person member(long familyId, long personId) {
        return people.findByIdAndFamilyId(personId, familyId).orElseThrow(NotFound::new);
    }
}
