package org.nuanxin.family;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.common.Rejected;
import org.nuanxin.privacy.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts people, children and their first facts into a family, for one family or for a whole roster. */
@Component
class Members {

    private final PersonRepository people;
    private final ChildRepository children;
    private final DatedFactRepository facts;
    private final BlindIndex index;
    private final JdbcClient jdbc;

    Members(
            PersonRepository people,
            ChildRepository children,
            DatedFactRepository facts,
            BlindIndex index,
            JdbcClient jdbc) {
        this.people = people;
        this.children = children;
        this.facts = facts;
        this.index = index;
        this.jdbc = jdbc;
    }

    NewFamily.NewPerson namedOnly(String name, @Nullable String phone) {
        return new NewFamily.NewPerson(
                UUID.randomUUID(), PersonRole.PARENT, true, name, null, null, null, phone, null, null, null, List.of());
    }

    void add(Family family, List<NewFamily.NewPerson> wanted, Family.Author author) {
        refuseRegistered(wanted);
        List<Person> saved = new ArrayList<>();
        wanted.forEach(person -> saved.add(new Person(family, person, index)));
        people.saveAll(saved);
        List<DatedFact> known = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            long id = saved.get(i).id();
            wanted.get(i).facts().forEach(fact -> known.add(new DatedFact(family, id, fact, null, author)));
        }
        facts.saveAll(known);
    }

    /** Registers a lead's people: the one who was named keeps their record, the others are added. */
    void completeLead(Family family, NewFamily details, Family.Author author) {
        List<NewFamily.NewPerson> others = new ArrayList<>(details.people());
        for (Person named : people.findByFamilyIdOrderById(family.id())) {
            others.stream()
                    .filter(person -> person.name().equals(named.name()))
                    .findFirst()
                    .or(() -> others.stream().findFirst())
                    .ifPresent(person -> {
                        refuseRegistered(List.of(person));
                        named.correct(person, index);
                        person.facts()
                                .forEach(fact -> facts.save(new DatedFact(family, named.id(), fact, null, author)));
                        others.remove(person);
                    });
        }
        people.flush();
        add(family, others, author);
        details.children().forEach(child -> children.save(new Child(family, child)));
    }

    void addAll(List<Family> families, List<NewFamily> wanted, Family.Author author) {
        refuseRegistered(
                wanted.stream().flatMap(family -> family.people().stream()).toList());
        List<Person> newPeople = new ArrayList<>();
        List<Child> newChildren = new ArrayList<>();
        for (int i = 0; i < families.size(); i++) {
            Family family = families.get(i);
            wanted.get(i).people().forEach(person -> newPeople.add(new Person(family, person, index)));
            wanted.get(i).children().forEach(child -> newChildren.add(new Child(family, child)));
        }
        people.saveAll(newPeople);
        children.saveAll(newChildren);
        List<DatedFact> known = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < families.size(); i++) {
            for (NewFamily.NewPerson person : wanted.get(i).people()) {
                Family family = families.get(i);
                long id = newPeople.get(next++).id();
                person.facts().forEach(fact -> known.add(new DatedFact(family, id, fact, null, author)));
            }
        }
        facts.saveAll(known);
    }

    /** A citizen ID is an active member once in the whole city; which family holds it is nobody else's business. */
    private void refuseRegistered(List<NewFamily.NewPerson> wanted) {
        byte[][] ids = wanted.stream()
                .flatMap(person -> person.citizenId() == null
                        ? Stream.empty()
                        : Stream.of(index.of(person.citizenId().value())))
                .toArray(byte[][]::new);
        if (ids.length > 0
                && jdbc.sql("select count(*) from citizen_ids_registered(:ids)")
                                .param("ids", ids)
                                .query(Long.class)
                                .single()
                        > 0) {
            throw new Rejected("family.reject.citizen-id-registered");
        }
    }
}
